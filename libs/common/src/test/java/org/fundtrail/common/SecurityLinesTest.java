package org.fundtrail.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityLinesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private SecurityLines open() {
        var lines = new SecurityLines(
                InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z")), JSON, new SecurityLines.Config() {
                    @Override
                    public Optional<File> path() {
                        return Optional.of(folder.resolve("logs/security.log").toFile());
                    }

                    @Override
                    public MemorySize fileSize() {
                        return new MemorySize(BigInteger.valueOf(1024));
                    }

                    @Override
                    public int files() {
                        return 2;
                    }

                    @Override
                    public Duration repeats() {
                        return Duration.ofMinutes(1);
                    }
                });
        lines.open(null);
        return lines;
    }

    private List<JsonNode> written() throws IOException {
        var all = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder.resolve("logs/security.log"))) {
            all.add(JSON.readTree(line));
        }
        return all;
    }

    @Test
    void each_event_is_a_line_of_json_in_a_file_of_its_own_of_which_so_many_are_kept() throws IOException {
        var lines = open();
        for (int n = 0; n < 100; n++) {
            var line = lines.line("sign-in-accepted");
            SecurityLines.put(line, "user", "user" + n);
            lines.write(line);
        }
        lines.close();
        try (var files = Files.list(folder.resolve("logs"))) {
            var sizes = files.map(file -> file.toFile().length()).toList();
            assertEquals(3, sizes.size());
            sizes.forEach(size -> assertTrue(size <= 1100, sizes.toString()));
        }
        var last = written().get(written().size() - 1);
        assertEquals("user99", last.get("user").asText());
        assertEquals("2026-11-24T12:00:00Z", last.get("time").asText());
    }

    @Test
    void what_comes_again_is_one_line_with_its_count_and_another_kind_has_its_own() throws IOException {
        var lines = open();
        for (int n = 0; n < 50; n++) {
            lines.fold(lines.line("request-refused"), List.of("request-refused"));
        }
        lines.fold(lines.line("export"), List.of("export"));
        assertEquals(2, written().size());
        lines.sumUp();
        lines.fold(lines.line("export"), List.of("export"));
        lines.close();
        var all = written();
        assertEquals(4, all.size());
        assertEquals(49, all.get(2).get("count").asInt());
        assertFalse(all.get(3).has("count"), "it is the first again");
    }

    @Test
    void what_a_stranger_wrote_makes_no_line_of_its_own_and_no_long_one() throws IOException {
        var lines = open();
        var line = lines.line("sign-in-refused");
        SecurityLines.put(line, "user", "a\n{\"event\":\"forged\"}\u202E" + "x".repeat(500));
        SecurityLines.put(line, "origin", null);
        lines.write(line);
        lines.close();
        var only = written().get(0);
        assertEquals(1, written().size());
        assertTrue(only.get("user").asText().startsWith("a?{"), only.toString());
        assertTrue(only.get("user").asText().length() < 210);
        assertFalse(only.has("origin"));
    }
}
