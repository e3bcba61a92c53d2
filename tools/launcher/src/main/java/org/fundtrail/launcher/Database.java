package org.fundtrail.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The PostgreSQL server with the two databases: one of our own in the data folder, or the one that FUNDTRAIL_DB_URL names. */
final class Database implements AutoCloseable, Watch.Watched {

    static final List<String> SERVICES = List.of("funding", "infrastructure");

    /** After a crash the server first reads again what was written since its last checkpoint. */
    private static final int MOST_SECONDS_OF_RECOVERY = 600;

    private static final Duration USUAL_START = Duration.ofSeconds(60);

    private static final String UNFINISHED = "postgres-unfinished-";

    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^/?]+)/([^?]*)(\\?.*)?");

    private final String server;
    private final String parameters;
    private final String administrationUrl;
    private final Properties administrator;
    private final Path folder;
    private final Path startLog;
    private volatile ProcessHandle postmaster;

    private Database(String url, String user, String password, DataFolder data) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new CannotStart("FUNDTRAIL_DB_URL is \"" + url
                    + "\", but an address like jdbc:postgresql://host:5432/postgres is needed.");
        }
        this.server = parts.group(1);
        this.parameters = parts.group(3) == null ? "" : parts.group(3);
        this.administrationUrl = url;
        this.administrator = new Properties();
        this.administrator.setProperty("user", user);
        this.administrator.setProperty("password", password);
        this.folder = data == null ? null : data.postgres();
        this.startLog = data == null ? null : startLog(data);
        this.postmaster = data == null ? null : Leftovers.postmaster(folder).orElseThrow();
    }

    static Database start(Settings settings, DataFolder data, Secrets secrets) {
        return start(settings, data, secrets, USUAL_START);
    }

    static Database start(Settings settings, DataFolder data, Secrets secrets, Duration usualStart) {
        Optional<String> url = settings.get("FUNDTRAIL_DB_URL");
        if (url.isPresent()) {
            return new Database(
                    url.get(),
                    settings.get("FUNDTRAIL_DB_USER").orElse("postgres"),
                    settings.get("FUNDTRAIL_DB_PASSWORD").orElse(""),
                    null);
        }
        int port = settings.portOf("FUNDTRAIL_DB_PORT");
        startEmbedded(data, secrets, port, usualStart);
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "postgres",
                secrets.get("postgres-password"),
                data);
    }

    private static void startEmbedded(DataFolder data, Secrets secrets, int port, Duration usualStart) {
        Path log = startLog(data);
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
                if (seconds >= (alive ? MOST_SECONDS_OF_RECOVERY : 5)) {
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

    /** The address of a service's database. */
    String url(String service) {
        return "jdbc:postgresql://" + server + "/fundtrail_" + service + parameters;
    }

    /** "PostgreSQL 18.6 on 127.0.0.1:5432" */
    String description() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SHOW server_version")) {
            version.next();
            return "PostgreSQL " + version.getString(1) + " on " + server;
        } catch (SQLException e) {
            throw new CannotStart("PostgreSQL at " + server + " cannot be used", e);
        }
    }

    /** Makes the roles and the two databases where they are missing, and gives the roles the passwords of this installation. */
    void prepare(Secrets secrets) {
        try (Connection connection = connect()) {
            for (String service : SERVICES) {
                makeRoles(connection, service, secrets);
                makeDatabase(connection, service);
            }
        } catch (SQLException e) {
            throw new CannotStart("The roles and databases cannot be made on the PostgreSQL at " + server, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(administrationUrl, administrator);
    }

    private static void makeRoles(Connection connection, String service, Secrets secrets) throws SQLException {
        set(connection, "fundtrail.service", service);
        set(connection, "fundtrail.app_password", secrets.get(service + "-app-password"));
        set(connection, "fundtrail.migrator_password", secrets.get(service + "-migrator-password"));
        try (Statement statement = connection.createStatement()) {
            statement.execute(roles());
        }
    }

    private static void makeDatabase(Connection connection, String service) throws SQLException {
        String name = "fundtrail_" + service;
        try (PreparedStatement query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            if (query.executeQuery().next()) {
                return;
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + service + "_owner");
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + service + "_app, " + service
                    + "_migrator, fundtrail_auditor");
        }
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static String roles() {
        try (InputStream stream = Database.class.getResourceAsStream("/db/roles/roles.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("roles.sql is part of the launcher", e);
        }
    }

    private static Path startLog(DataFolder data) {
        return data.log("postgres-start");
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    /** Whether the server is our own, to be watched over: somebody else watches over his. */
    boolean own() {
        return folder != null;
    }

    @Override
    public boolean running() {
        return postmaster.isAlive();
    }

    /** PostgreSQL looks after its own workers; a postmaster that runs is taken at its word. */
    @Override
    public boolean answers(Duration within) {
        return true;
    }

    @Override
    public String lastWords() {
        return " The logs are " + folder.resolveSibling("logs").resolve("postgres-*.log") + ".";
    }

    @Override
    public void kill() {
        Leftovers.endPostgres(folder);
    }

    /** With the options of the last start, and so with its port; the program waits until the server takes connections. */
    @Override
    public void startAgain() {
        Leftovers.endPostgres(folder);
        try {
            boolean ready = control("-w", "-t", String.valueOf(MOST_SECONDS_OF_RECOVERY), "restart");
            // One that is still at work on its recovery is watched over too, and not ended for being slow.
            Leftovers.postmaster(folder).filter(ProcessHandle::isAlive).ifPresent(server -> postmaster = server);
            if (!ready) {
                throw new CannotStart("PostgreSQL could not be started again; " + startLog + " says why.");
            }
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL could not be started again in " + folder, e);
        }
    }

    /** Calls PostgreSQL's own program for starting and stopping; answers whether it did what was asked. */
    private boolean control(String... what) throws IOException {
        // The path of the program, then each option in quotation marks.
        String options = Files.readString(folder.resolve("postmaster.opts"));
        Path programs = Path.of(options.substring(0, options.indexOf(" \""))).getParent();
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // As the library starts it: root may not run PostgreSQL.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(programs.resolve("pg_ctl").toString(), "-D", folder.toString()));
        command.addAll(List.of(what));
        return ended(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(startLog.toFile()))
                        .start())
                == 0;
    }

    private static int ended(Process program) {
        try {
            return program.waitFor();
        } catch (InterruptedException e) {
            program.destroy();
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped.");
        }
    }

    /** The last checkpoint of a busy server takes its time. What is left then, or was never whole, is ended all the same. */
    @Override
    public void close() throws IOException {
        if (own()) {
            try {
                control("-w", "-t", "60", "-m", "fast", "stop");
            } finally {
                Leftovers.endPostgres(folder);
                // Of the library, which starts it once; the lock of the data folder is what counts.
                Files.deleteIfExists(folder.resolve("epg-lock"));
            }
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
