package org.fundtrail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void one_launcher_at_a_time_works_in_a_folder() throws Exception {
        try (DataFolder first = DataFolder.take(folder)) {
            CannotStart refusal = assertThrows(CannotStart.class, () -> DataFolder.take(folder));
            assertTrue(
                    refusal.getMessage().startsWith("Another Fundtrail is running with the data folder " + folder),
                    refusal::getMessage);
        }
        DataFolder.take(folder).close();
    }

    @Test
    void a_folder_that_cannot_be_written_gets_one_sentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        CannotStart refusal = assertThrows(CannotStart.class, () -> DataFolder.take(file));
        assertEquals(
                "The data folder " + file
                        + " cannot be written: give this user the right to write there, or set FUNDTRAIL_DATA to another folder.",
                refusal.getMessage());
    }

    @Test
    void secrets_are_made_once_and_only_their_owner_reads_them() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (DataFolder data = DataFolder.take(folder)) {
            Secrets secrets = new Secrets(data.secrets());
            String password = secrets.get("postgres-password");
            String key = Files.readString(secrets.tokenPrivateKey());
            assertEquals(43, password.length());
            assertTrue(key.startsWith("-----BEGIN PRIVATE KEY-----\n"), key);

            Secrets again = new Secrets(data.secrets());
            assertEquals(password, again.get("postgres-password"));
            assertEquals(key, Files.readString(again.tokenPrivateKey()));

            // a data folder of before gets the key of funding-service now; it is another than the gateway's
            String own = Files.readString(again.fundingTokenPrivateKey());
            assertNotEquals(key, own);
            assertEquals(own, Files.readString(again.fundingTokenPrivateKey()));
            assertNotEquals(Files.readString(again.tokenPublicKey()), Files.readString(again.fundingTokenPublicKey()));

            assertEquals("rwx------", permissions(data.secrets()));
            try (Stream<Path> files = Files.list(data.secrets())) {
                assertEquals(
                        Collections.nCopies(5, "rw-------"),
                        files.map(DataFolderTest::permissions).toList());
            }
        }
    }

    @Test
    void the_users_of_the_demonstration_are_written_once_and_then_belong_to_their_owner() throws Exception {
        Path users = folder.resolve("users.properties");
        LocalUsers.write(users);
        String text = Files.readString(users, StandardCharsets.US_ASCII);
        assertTrue(text.contains("fundtrail.users.\"officer.lv\".institution=LV-IEM\n"), text);
        assertTrue(text.contains("fundtrail.users.\"officer\".name=Rasa Kazlauskait\\u0117\n"), text);
        Files.writeString(users, "changed");
        LocalUsers.write(users);
        assertEquals("changed", Files.readString(users));
    }

    @Test
    void a_log_starts_a_new_file_when_it_is_full_and_keeps_three_old_ones() throws Exception {
        Path file = folder.resolve("gateway.log");
        RotatingLog log = new RotatingLog(file, 10);
        log.copy(new ByteArrayInputStream("first line\nsecond line\n3rd line....\n4th line....\n5th line....\nlast\n"
                .getBytes(StandardCharsets.UTF_8)));
        assertEquals("last\n", Files.readString(file));
        assertEquals("5th line....\n", Files.readString(folder.resolve("gateway.log.1")));
        assertEquals("3rd line....\n", Files.readString(folder.resolve("gateway.log.3")));
        assertEquals(6, log.tail().size());
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
