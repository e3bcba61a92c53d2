package org.fundtrail.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** The files of the PostgreSQL server of our own in the data folder: made once, never deleted, its settings written at every start. */
final class Cluster {
    private static final String UNFINISHED = "postgres-unfinished-";

    private Cluster() {}

    static void start(DataFolder data, Secrets secrets, int port, Duration usualStart, Path log) {
        try {
            System.setProperty("ot.epg.working-dir", data.runtime().toString());
            deleteHalfUnpacked(data.runtime());
            Files.deleteIfExists(log);
            if (!Files.exists(data.postgres().resolve("PG_VERSION"))) {
                makeCluster(data, secrets, log);
            }
            startServer(
                    server(data.postgres(), secrets, log)
                            .setPort(port)
                            .setPGStartupWait(usualStart)
                            .setDataDirectoryCustomizer(folder -> writeConfiguration(folder.toPath())),
                    data.postgres());
        } catch (IOException | RuntimeException e) {
            Leftovers.endPostgres(data.postgres());
            if (e instanceof CannotStart sentence) {
                throw sentence;
            }
            throw new CannotStart(
                    "PostgreSQL cannot be started in " + data.postgres() + "; " + log
                            + " says why. FUNDTRAIL_DB_URL uses a PostgreSQL of your own instead",
                    e);
        }
    }

    /** The library waits for a while; a server that is at work on its recovery by then is waited for longer. */
    private static void startServer(EmbeddedPostgres.Builder server, Path folder) throws IOException {
        try {
            server.start();
        } catch (IOException gaveUp) {
            long began = System.nanoTime();
            while (!Leftovers.postgresIsReady(folder)) {
                long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
                boolean alive = Leftovers.postmaster(folder)
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
                if (seconds >= (alive ? Database.MOST_SECONDS_OF_RECOVERY : 5)) {
                    throw gaveUp;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped.");
        }
    }

    private static EmbeddedPostgres.Builder server(Path folder, Secrets secrets, Path log) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                // A password from the first moment: the server never trusts anybody for being on this machine.
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", secrets.file("postgres-password").toString())
                // The same order of text on every machine, whatever its language.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", secrets.get("postgres-password"))
                // The library is made for tests and starts the server with fsync and synchronous_commit off: these are
                // books.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "127.0.0.1");
    }

    /**
     * Makes the files of a new server in a folder beside and moves them to their place when they are whole. A start that is cut off leaves
     * only such a folder, in which no server ever ran; what is in its place is never deleted.
     */
    private static void makeCluster(DataFolder data, Secrets secrets, Path log) throws IOException {
        Path place = data.postgres();
        if (Files.exists(place) && !isEmpty(place)) {
            throw new CannotStart("The folder " + place
                    + " is not whole, and Fundtrail deletes no books: restore it from a backup, or move it away.");
        }
        deleteLeft(place.getParent(), UNFINISHED + "*");
        Path draft = Files.createTempDirectory(place.getParent(), UNFINISHED);
        try {
            server(draft, secrets, log)
                    .setDataDirectoryCustomizer(made -> {
                        throw new Made();
                    })
                    .start();
        } catch (Made made) {
            Files.deleteIfExists(draft.resolve("epg-lock"));
            Files.deleteIfExists(place);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The library makes the files of a server and starts it in one go; this ends it between the two. */
    private static final class Made extends RuntimeException {
        Made() {
            super(null, null, false, false);
        }
    }

    /**
     * The library makes the file ".exists" when PostgreSQL's programs are all there. It stumbles over what an unpacking left that was cut
     * off, and over programs that look newer than this file, as in a copy.
     */
    private static void deleteHalfUnpacked(Path runtime) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(runtime, "PG-*")) {
            for (Path folder : folders) {
                Path whole = folder.resolve(".exists");
                if (Files.exists(whole)) {
                    Files.setLastModifiedTime(whole, FileTime.from(Instant.now()));
                } else {
                    deleteAll(folder);
                }
            }
        }
    }

    /** As far as it goes: an initdb that outlived its launcher may still be at work, and the next start tries again. */
    private static void deleteLeft(Path parent, String names) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, names)) {
            for (Path folder : folders) {
                deleteAll(folder);
            }
        } catch (IOException | UncheckedIOException stillInUse) {
            return;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** In a file, because the library passes settings in a way that tears a path with a space apart. */
    private static void writeConfiguration(Path postgres) {
        String logs =
                postgres.resolveSibling("logs").toString().replace("\\", "/").replace("'", "''");
        try {
            Files.writeString(postgres.resolve("fundtrail.conf"), """
                    # Written by the launcher at every start.
                    unix_socket_directories = ''
                    password_encryption = 'scram-sha-256'
                    # Each process reads for itself: none has to be waited for that may be killed.
                    io_method = 'sync'
                    logging_collector = on
                    log_directory = '%s'
                    log_filename = 'postgres-%%a.log'
                    log_truncate_on_rotation = on
                    log_rotation_age = '1d'
                    log_rotation_size = 0
                    log_file_mode = 0600
                    """.formatted(logs));
            Files.writeString(postgres.resolve("pg_hba.conf"), """
                    # Written by the launcher at every start: a password for everybody, from this machine only.
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            Path main = postgres.resolve("postgresql.conf");
            String include = "include = 'fundtrail.conf'\n";
            if (!Files.readString(main).contains(include)) {
                Files.writeString(main, include, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new CannotStart("The settings of PostgreSQL cannot be written in " + postgres, e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
