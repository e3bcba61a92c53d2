package org.fundtrail.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Fundtrail itself, started by ./run in a data folder of its own on ports that are free, and its database. */
final class Product implements AutoCloseable {
    /** Long, because ./run builds first what is not built; the launcher itself gives up sooner. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    final URI gateway;
    final URI funding;
    final double secondsToReady;
    private final Path work;
    private final Path data;
    private final int databasePort;
    private final Process launcher;

    private Product(Path home, Path work, Path data, Map<String, String> options) {
        this.work = work;
        this.data = data;
        gateway = URI.create("http://127.0.0.1:" + freePort());
        funding = URI.create("http://127.0.0.1:" + freePort());
        databasePort = freePort();
        var log = data.resolveSibling(data.getFileName() + ".log").toFile();
        var builder = new ProcessBuilder(home.resolve("run").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("FUNDTRAIL_") && !name.equals("FUNDTRAIL_JAVA_OPTIONS")
                || name.startsWith("OIDC_") || name.startsWith("QUARKUS_"));
        environment.put("FUNDTRAIL_DATA", data.toString());
        environment.put("FUNDTRAIL_DEMONSTRATION", "false");
        environment.put("FUNDTRAIL_PORT", String.valueOf(gateway.getPort()));
        environment.put("FUNDTRAIL_FUNDING_PORT", String.valueOf(funding.getPort()));
        environment.put("FUNDTRAIL_DB_PORT", String.valueOf(databasePort));
        // One person sends what thousands do: the limit of each person is no part of what is measured.
        environment.put("FUNDTRAIL_LIMIT_WRITES", "100000");
        environment.put("FUNDTRAIL_LIMIT_WRITES_BURST", "100000");
        environment.putAll(options);
        long begin = System.nanoTime();
        try {
            launcher = Benchmarks.start(builder);
        } catch (IOException e) {
            throw new NotMeasured("./run cannot be started: " + e.getMessage());
        }
        while (!ready()) {
            if (!launcher.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                close();
                throw new NotMeasured("Fundtrail did not become ready: " + lastLine(log.toPath()));
            }
            sleep(20);
        }
        secondsToReady = (System.nanoTime() - begin) / 1e9;
    }

    /** Starts it and waits until it is ready. */
    static Product start(Path home, Path work, String folder, Map<String, String> options) {
        return new Product(home, work, work.resolve(folder), options);
    }

    private boolean ready() {
        try (var wire = new Wire(gateway)) {
            return wire.send(Wire.request("GET", gateway.resolve("/q/health/ready"), "", null), false).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String lastLine(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }

    String token(String subject, String role, String institution) {
        return Token.of(data.resolve("secrets/token-private.pem"), subject, role, institution);
    }

    /** Asks for one thing with a token of the service. */
    Wire.Answer ask(String token, String path) {
        try (var wire = new Wire(funding)) {
            return wire.send(
                    Wire.request("GET", funding.resolve(path), "Accept: application/json\r\nAuthorization: Bearer " + token + "\r\n", null),
                    true);
        } catch (IOException e) {
            throw new NotMeasured("funding-service does not answer: " + e);
        }
    }

    /** The password of a role, as the launcher keeps it. */
    String password(String secret) {
        try {
            return Files.readString(data.resolve("secrets").resolve(secret)).strip();
        } catch (IOException e) {
            throw new NotMeasured("the data folder has no " + secret);
        }
    }

    /** How the programs of PostgreSQL reach the server as this role. */
    Map<String, String> database(String user, String secret) {
        return Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", String.valueOf(databasePort),
                "PGUSER", user,
                "PGPASSWORD", password(secret),
                "PGDATABASE", "fundtrail_funding",
                "PGOPTIONS", "");
    }

    /** Runs psql as the superuser, who is bound by the same triggers. */
    String sql(Duration longest, String... arguments) {
        var command = new ArrayList<>(List.of("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"));
        command.addAll(List.of(arguments));
        return Programs.run(work, database("postgres", "postgres-password"), longest, command);
    }

    String sql(String statement) {
        return sql(Duration.ofMinutes(5), "-c", statement);
    }

    Path work() {
        return work;
    }

    int databasePort() {
        return databasePort;
    }

    long pid(String program) {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("run/" + program + ".pid")).get(0).strip());
        } catch (IOException e) {
            throw new NotMeasured("the launcher notes no process of " + program);
        }
    }

    /** The options of the service's JVM that a twin can have too. */
    List<String> javaOptions() {
        try {
            return Pattern.compile("\0").splitAsStream(Files.readString(Path.of("/proc/" + pid("funding-service") + "/cmdline")))
                    .filter(option -> option.startsWith("-X") && !option.contains("Archive") && !option.contains("AOT")
                            && !option.startsWith("-Xlog"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** How much time of a processor each program has used so far, in seconds. */
    Map<String, Double> processorSeconds() {
        var used = new TreeMap<String, Double>();
        for (var program : List.of("gateway", "funding-service")) {
            ProcessHandle.of(pid(program)).ifPresent(p -> used.put(program, seconds(p)));
        }
        used.put("load generator", seconds(ProcessHandle.current()));
        try {
            // Its workers come and go: their time is in the parent once they ended.
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip());
            double workers = ProcessHandle.of(postmaster).stream()
                    .flatMap(ProcessHandle::descendants)
                    .mapToDouble(Product::seconds)
                    .sum();
            used.put("PostgreSQL", workers);
        } catch (IOException e) {
            // then its share is not said
        }
        return used;
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(0.0);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new NotMeasured("no port is free");
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new NotMeasured("interrupted");
        }
    }

    /** The launcher stops all it has started, in order; it is waited for. */
    @Override
    public void close() {
        Benchmarks.stop(launcher);
    }
}
