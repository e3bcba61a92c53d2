package org.fundtrail.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The running product, started as a user starts it: by {@code ./run}, with a data folder and ports of its own. */
final class House {
    static final Path HOME =
            Path.of(System.getProperty("fundtrail.home")).toAbsolutePath().normalize();

    /** What tests lock that use {@link #shared()}: one after the other, so that its figures stand still meanwhile. */
    static final String SHARED = "the shared house";

    /** What tests lock that have a house of their own in which all comes back that they kill: one at a time. */
    static final String KILLED = "a house where programs are killed";

    /** What all others lock that have a house of their own: one at a time. */
    static final String OWN = "a house of one's own";

    private static House shared;

    /** What a house is made of, each a process of its own but for the database, which has one for each connection. */
    enum Part {
        GATEWAY("/gateway/target/quarkus-app/quarkus-run.jar"),
        FUNDING("/funding-service/target/quarkus-app/quarkus-run.jar"),
        INFRASTRUCTURE("/infrastructure-service/target/quarkus-app/quarkus-run.jar"),
        /** They run only while it starts. */
        MIGRATION("org.fundtrail.journal.Migrate"),
        DATABASE(null),
        BACKEND(null),
        LAUNCHER(null);

        private final String inCommand;

        Part(String inCommand) {
            this.inCommand = inCommand;
        }
    }

    final Path data;
    final int port;
    private final Map<String, String> environment;
    private Process launcher;
    private int readyBefore;

    House(String name) {
        this(name, Map.of());
    }

    House(String name, Map<String, String> environment) {
        this.environment = environment;
        data = Path.of(
                        "target",
                        "houses",
                        name + "-" + UUID.randomUUID().toString().substring(0, 8))
                .toAbsolutePath();
        port = freePort();
    }

    /** The house that all tests share which only add to its books; stopped when the tests are over. */
    static synchronized House shared() {
        if (shared == null) {
            shared = new House("shared");
            shared.start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
        }
        return shared;
    }

    void start() {
        launch();
        awaitReady(Duration.ofMinutes(3));
    }

    /** Starts it without waiting; what it says goes to run.log beside the data folder. */
    Process launch() {
        try {
            Files.createDirectories(data.getParent());
            unpacked();
            var builder = new ProcessBuilder(HOME.resolve("run").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().put("FUNDTRAIL_DATA", data.toString());
            builder.environment().put("FUNDTRAIL_PORT", String.valueOf(port));
            // no house here lives long; the one compiler alone has less room by default than it may need
            builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=96m");
            builder.environment().putAll(environment);
            readyBefore = timesReady();
            launcher = builder.start();
            return launcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL, which takes seconds to unpack, from a house that has it: every user's first start, and ours, unpacks it once. */
    private void unpacked() throws IOException {
        var runtime = data.resolve("runtime");
        if (shared == null || shared == this || Files.exists(runtime) || !shared.isReady()) {
            return;
        }
        Files.createDirectories(data);
        var from = shared.data.resolve("runtime");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, runtime.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a launcher of this house said that it is ready: a gateway that a killed one left behind answers too. */
    private int timesReady() {
        return Files.exists(log()) ? said().split("Fundtrail is ready", -1).length - 1 : 0;
    }

    private void awaitReady(Duration atMost) {
        var deadline = Instant.now().plus(atMost);
        while (!isReadyAnew()) {
            if (!launcher.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Fundtrail did not become ready:\n" + said());
            }
            pause();
        }
    }

    /** Whether it became ready since it was last launched, and is. */
    boolean isReadyAnew() {
        return timesReady() > readyBefore && isReady();
    }

    boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url("/q/health/ready")))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop as Ctrl-C does, and waits until it has. */
    void stop() {
        if (launcher != null && launcher.isAlive()) {
            launcher.destroy();
            try {
                if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Fundtrail did not stop:\n" + said());
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** As whoever watches over the launcher does. */
    void launchIfEnded() {
        if (!launcher.isAlive()) {
            launch();
        }
    }

    /** The processes of a part that run now, also those that a killed launcher left behind; of the database all. */
    List<ProcessHandle> processes(Part part) {
        if (part == Part.LAUNCHER) {
            return Stream.of(launcher.toHandle()).filter(ProcessHandle::isAlive).toList();
        }
        return ProcessHandle.allProcesses()
                .filter(part.inCommand == null ? this::isOfTheDatabase : process -> isOf(process, part.inCommand))
                .toList();
    }

    private boolean isOf(ProcessHandle process, String inCommand) {
        var command = process.info().commandLine().orElse("");
        return command.contains("-Dfundtrail.data=" + data + " ") && command.contains(inCommand);
    }

    private boolean isOfTheDatabase(ProcessHandle process) {
        var about = Path.of("/proc", String.valueOf(process.pid()));
        try {
            return Files.readSymbolicLink(about.resolve("exe")).endsWith("postgres")
                    && Files.readSymbolicLink(about.resolve("cwd")).equals(data.resolve("postgres"));
        } catch (IOException notToBeSeen) {
            return false;
        }
    }

    /** Kills a part, of the database its first process or any one of the others; answers whether there was something to kill. */
    boolean kill(Part part, Random random) {
        var candidates = processes(part).stream()
                .filter(process -> part != Part.DATABASE || isFirst(process))
                .filter(process -> part != Part.BACKEND || !isFirst(process))
                .toList();
        return !candidates.isEmpty()
                && candidates.get(random.nextInt(candidates.size())).destroyForcibly();
    }

    private boolean isFirst(ProcessHandle process) {
        return process.parent().filter(this::isOfTheDatabase).isEmpty();
    }

    /** Kills the launcher so that it can do nothing about its children. */
    void killLauncher() {
        launcher.destroyForcibly();
        try {
            launcher.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The processes whose command line or working folder names this house's data folder. */
    long processesLeft() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.pid() != ProcessHandle.current().pid())
                .filter(p -> p.info().commandLine().orElse("").contains(data.toString()))
                .count();
    }

    /** The process of a service, by the name of its module. */
    ProcessHandle process(String module) {
        return launcher.toHandle()
                .descendants()
                .filter(p -> p.info().commandLine().orElse("").contains(module))
                .findFirst()
                .orElseThrow();
    }

    /** Starts a program once more, with the environment of the one that runs but for this, such as a port of its own. */
    Process again(String module, Map<String, String> differently) {
        try {
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-Dfundtrail.data=" + data,
                            "-jar",
                            HOME.resolve(module)
                                    .resolve("target/quarkus-app/quarkus-run.jar")
                                    .toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling("second-" + module + ".log").toFile()));
            builder.environment().clear();
            var environment = Path.of("/proc", String.valueOf(process(module).pid()), "environ");
            for (var variable : Files.readString(environment).split("\0")) {
                int equals = variable.indexOf('=');
                builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
            }
            builder.environment().putAll(differently);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A password of this house, as the launcher made it. */
    String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The books of a service, as the database's own user sees them. */
    Connection books(String service) throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/fundtrail_" + service,
                "postgres",
                secret("postgres-password"));
    }

    /** The one number that a question to the books is answered with. */
    static BigDecimal number(Connection books, String sql, String... values) throws SQLException {
        try (var select = books.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                select.setString(n + 1, values[n]);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBigDecimal(1);
            }
        }
    }

    /** Waits until everything runs again; as systemd does, the launcher is started again when it ended. */
    void awaitMended() {
        var deadline = Instant.now().plus(Duration.ofMinutes(4));
        int inARow = 0; // the gateway may say for a moment longer that all is well
        while (inARow < 3) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Fundtrail was not mended:\n" + said());
            }
            launchIfEnded();
            inARow = isReadyAnew() ? inARow + 1 : 0;
            pause();
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** A program that works as this demonstration user. */
    RequestSpecification as(String user) {
        return given().baseUri("http://127.0.0.1")
                .port(port)
                .auth()
                .preemptive()
                .basic(user, "demo")
                .contentType(ContentType.JSON);
    }

    ValidatableResponse get(String user, String path, Object... params) {
        return as(user).get(path, params).then();
    }

    ValidatableResponse post(String user, String path, Object body, Object... params) {
        return as(user).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path, params)
                .then();
    }

    static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    /** Below those that the system lends to others while the gateway is down. */
    static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 20_000))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                pause();
            }
        }
    }
}
