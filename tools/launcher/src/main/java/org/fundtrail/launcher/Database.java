package org.fundtrail.launcher;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The PostgreSQL server with the two databases: one of our own in the data folder, or the one that FUNDTRAIL_DB_URL names. */
final class Database implements AutoCloseable, Watch.Watched {

    static final List<String> SERVICES = List.of("funding", "infrastructure");

    /** After a crash the server first reads again what was written since its last checkpoint. */
    static final int MOST_SECONDS_OF_RECOVERY = 600;

    private static final Duration USUAL_START = Duration.ofSeconds(60);

    /** A disk that stands still is no reason to end a server which will go on with it. */
    private static final Duration STANDSTILL = Duration.ofMinutes(10);

    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final String CANNOT_CONNECT_NOW = "57P03";

    private static final String NO_CONNECTION = "08";

    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^/?]+)/([^?]*)(\\?.*)?");

    private final String server;
    private final String parameters;
    private final String administrationUrl;
    private final Properties administrator;
    private final Path folder;
    private final Path startLog;
    private final Recovery recovery = new Recovery(STANDSTILL);
    private long answeredAt = System.nanoTime();
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
        Cluster.start(data, secrets, port, usualStart, startLog(data));
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "postgres",
                secrets.get("postgres-password"),
                data);
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

    /** Whether it takes connections, or has a reason not to: too many of them, a recovery that goes on, or a silence of a minute or two. */
    @Override
    public boolean answers(Duration within) {
        Properties asking = new Properties();
        asking.putAll(administrator);
        String seconds = String.valueOf(Math.max(1, within.toSeconds()));
        List.of("loginTimeout", "connectTimeout", "socketTimeout").forEach(limit -> asking.setProperty(limit, seconds));
        try (Connection connection = DriverManager.getConnection(administrationUrl, asking)) {
            answeredAt = System.nanoTime();
            return true;
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(NO_CONNECTION)) {
                return Duration.ofNanos(System.nanoTime() - answeredAt).compareTo(SILENCE) < 0;
            }
            answeredAt = System.nanoTime();
            return !CANNOT_CONNECT_NOW.equals(state) || recovery.goesOn(postmaster);
        }
    }

    @Override
    public String lastWords() {
        return " The logs are " + folder.resolveSibling("logs").resolve("postgres-*.log") + ".";
    }

    @Override
    public void kill() {
        Leftovers.endSilentPostgres(folder);
    }

    /** With the options of the last start, and so with its port; the program waits for a while until the server takes connections. */
    @Override
    public void startAgain() {
        Leftovers.endPostgres(folder);
        try {
            boolean ready = control("-w", "-t", String.valueOf(USUAL_START.toSeconds()), "restart");
            // One that is still at work on its recovery is watched over too, and not ended for being slow.
            Optional<ProcessHandle> server = Leftovers.postmaster(folder).filter(ProcessHandle::isAlive);
            server.ifPresent(alive -> postmaster = alive);
            answeredAt = System.nanoTime();
            if (!ready && server.isEmpty()) {
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
}
