package org.fundtrail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md tells people to type, typed: by somebody whose files everybody may read unless he says otherwise. */
@DisabledOnOs(OS.WINDOWS)
class OperationsTest {

    static final Path HOME = Path.of(System.getProperty("fundtrail.home"));

    @TempDir
    Path folder;

    Path work;
    Path programs;
    Path data;

    @BeforeEach
    void make() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        programs = Files.createDirectory(folder.resolve("programs"));
        data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("secrets", "postgres", "checkpoints", "run", "runtime", "logs")) {
            DataFolder.forOwnerOnly(Files.createDirectory(data.resolve(name)));
            DataFolder.writeForOwner(data.resolve(name).resolve("file"), "secret");
        }
    }

    @Test
    void the_copy_of_the_data_folder_and_what_is_restored_from_it_are_for_their_owner_only() throws Exception {
        type(commands("### The whole data folder, stopped", 0));
        Map<String, String> made = modes(work);
        assertEquals(1, made.size(), made::toString);
        String copy = made.keySet().iterator().next();
        assertTrue(copy.matches("fundtrail-[0-9-]{10}\\.tar\\.gz"), copy);
        assertEquals("rw-------", made.get(copy));

        program(work.resolve("run"), "printf %s \"$FUNDTRAIL_DATA\" > started-with");
        Path restored = folder.resolve("restored");
        type(commands("### The whole data folder, stopped", 1)
                .replace("/srv/restored", restored.toString())
                .replaceAll("fundtrail-[0-9-]{10}\\.tar\\.gz", copy));
        assertEquals(restored.toString(), Files.readString(work.resolve("started-with")));
        assertEquals("rwx------", mode(restored));
        assertEquals(
                Map.of(
                        "checkpoints", "rwx------", // not of the copy: as they are now
                        "checkpoints/file", "rw-------",
                        "postgres", "rwx------",
                        "postgres/file", "rw-------",
                        "secrets", "rwx------",
                        "secrets/file", "rw-------"),
                modes(restored));
    }

    @Test
    void dumps_are_for_their_owner_only() throws Exception {
        for (String name : List.of("pg_dump", "pg_dumpall")) {
            program(programs.resolve(name), "while [ \"$1\" != --file ]; do shift; done; echo \"a dump\" > \"$2\"");
        }
        type(commands("### Dumps, while it runs", 0));
        assertEquals(
                Map.of("roles.sql", "rw-------", "funding.dump", "rw-------", "infrastructure.dump", "rw-------"),
                modes(work));
    }

    @Test
    void a_dump_out_of_a_container_is_for_its_owner_only() throws Exception {
        program(programs.resolve("docker"), "echo \"a dump\"");
        Matcher backup = Pattern.compile("Backup: `([^`]+)`").matcher(section("## Containers"));
        assertTrue(backup.find());
        type(backup.group(1));
        assertEquals(Map.of("funding.dump", "rw-------"), modes(work));
    }

    @Test
    void the_sample_unit_starts_the_launcher_again_and_lets_it_stop_in_order() throws Exception {
        List<String> unit =
                block(section("## Start and stop"), "ini", 0).lines().toList();
        assertTrue(unit.contains("Restart=always"), unit::toString);
        assertTrue(unit.contains("KillMode=mixed"), unit::toString);
        assertTrue(unit.contains("SuccessExitStatus=143"), unit::toString);
        String seconds = unit.stream()
                .filter(line -> line.startsWith("RestartSec="))
                .findFirst()
                .orElseThrow()
                .substring("RestartSec=".length());
        assertTrue(Integer.parseInt(seconds) > 2, "systemd gives up after 5 starts within 10 s");
    }

    @Test
    void the_launcher_itself_and_every_container_of_ours_ends_when_it_is_out_of_memory_and_is_started_again()
            throws Exception {
        assertTrue(Files.readString(HOME.resolve("run")).contains(" -XX:+ExitOnOutOfMemoryError "));
        String compose = Files.readString(HOME.resolve("docker-compose.yml"));
        for (String name : List.of("infrastructure-service", "funding-service", "gateway")) {
            Matcher service =
                    Pattern.compile("(?ms)^  " + name + ":$(.*?)(^  [a-z]|\\z)").matcher(compose);
            assertTrue(service.find(), name);
            assertTrue(service.group(1).contains("JAVA_TOOL_OPTIONS: -XX:+ExitOnOutOfMemoryError"), name);
            assertTrue(service.group(1).contains("restart: unless-stopped"), name);
            assertTrue(service.group(1).contains("/q/health/live"), name);
        }
    }

    private static String commands(String heading, int number) throws IOException {
        return block(section(heading), "sh", number);
    }

    private static String section(String heading) throws IOException {
        String text = Files.readString(HOME.resolve("docs/operations.md"));
        int begin = text.indexOf("\n" + heading + "\n");
        assertFalse(begin < 0, heading);
        int end = text.indexOf("\n" + heading.replaceAll("[^#].*", " "), begin + heading.length());
        return text.substring(begin, end < 0 ? text.length() : end);
    }

    private static String block(String section, String language, int number) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(section)
                .results()
                .skip(number)
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void type(String commands) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-e", "-c", "umask 022\n" + commands)
                .directory(work.toFile())
                .redirectErrorStream(true);
        shell.environment().put("FUNDTRAIL_DATA", data.toString());
        shell.environment().merge("PATH", programs + ":", (path, ours) -> ours + path);
        Process typed = shell.start();
        typed.getOutputStream().close();
        String said = new String(typed.getInputStream().readAllBytes());
        assertTrue(typed.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, typed.exitValue(), said);
    }

    private static Map<String, String> modes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(),
                            OperationsTest::mode,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
