package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.fundtrail.verifier.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An export of whatever is in the books, checked as a stranger checks it: with the jar, and nothing else. */
@ResourceLock(House.SHARED)
class ExportIT {
    private static final Path JAR = House.HOME.resolve("tools/verifier/target/verifier.jar");

    private final House house = House.shared();

    @TempDir
    Path folder;

    private Path export;

    @BeforeEach
    void load() throws IOException {
        export = folder.resolve("export.zip");
        try (var zip = house.as("auditor")
                .accept("*/*")
                .get("/api/v1/export")
                .then()
                .statusCode(200)
                .extract()
                .asInputStream()) {
            Files.copy(zip, export);
        }
    }

    /** What the jar says in the folder, where it is all that there is; it has to end with this code. */
    private String jar(int code, String... given) throws IOException, InterruptedException {
        Files.copy(JAR, folder.resolve("verifier.jar"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "verifier.jar"));
        command.addAll(List.of(given));
        var said = folder.resolve("said.txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(code, process.exitValue(), Files.readString(said));
        return Files.readString(said);
    }

    private String key(String service) {
        return house.get("auditor", "/api/" + service + "/v1/log/keys")
                .statusCode(200)
                .extract()
                .path("items[-1].verifierKey");
    }

    @Test
    void an_export_of_everything_is_proved_in_an_empty_folder_with_the_jar_alone() throws Exception {
        var said = jar(0, "export.zip", "--language", "en", "--key", key("funding"), "--key", key("infrastructure"));
        assertTrue(said.contains("RESULT: all proved"), said);
        unpack("funding/log/");
        jar(0, "--tiles", "funding/log", "--key", key("funding"));
        var proof = house.as("auditor")
                .accept("*/*")
                .get("/api/funding/v1/entries/3/proof")
                .then()
                .statusCode(200);
        Files.writeString(folder.resolve("entry.tlog-proof"), proof.extract().asString());
        assertTrue(jar(0, "--proof", "entry.tlog-proof", "--key", key("funding"), "--language", "en")
                .contains("Entry 3 is there"));
        jar(1, "--proof", "entry.tlog-proof", "--key", key("infrastructure"));
    }

    private void unpack(String part) throws IOException {
        try (var zip = new ZipFile(export.toFile())) {
            for (var entry :
                    zip.stream().filter(one -> one.getName().startsWith(part)).toList()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
    }

    @Test
    void of_200_random_bytes_that_are_altered_each_is_found() throws IOException {
        var good = Files.readAllBytes(export);
        var random = new SplittableRandom(20261201);
        var places =
                IntStream.range(0, 200).map(i -> random.nextInt(good.length)).toArray();
        var found = IntStream.range(0, places.length)
                .parallel()
                .filter(i -> isFound(good, places[i], i))
                .count();
        assertEquals(places.length, found);
    }

    private boolean isFound(byte[] good, int at, int n) {
        try {
            var altered = good.clone();
            altered[at] ^= (byte) (1 + n % 255);
            var file = Files.write(folder.resolve("altered" + n + ".zip"), altered);
            var said = new ByteArrayOutputStream();
            int code =
                    Main.run(new PrintStream(said, true, StandardCharsets.UTF_8), file.toString(), "--language", "en");
            Files.delete(file);
            return code > 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
