package org.fundtrail.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The same two requests in Spring Boot and JPA, in a database of its own on the same server, with the same options of the JVM. Both are asked
 * directly, without a gateway.
 */
final class Twin implements AutoCloseable {
    static final String RECEIPT = "record a receipt, 16 clients: ours / the twin in Spring Boot and JPA";
    static final String READ = "read a receipt by id, 16 clients: ours / the twin in Spring Boot and JPA";
    private static final int READ_FROM = 1000;

    private final URI address = URI.create("http://127.0.0.1:" + Product.freePort());
    private final Process process;

    private Twin(Path home, Path work, Product product) {
        var folder = home.resolve("tests/benchmarks/twin");
        Programs.run(work, Map.of(), Duration.ofMinutes(4),
                List.of(home.resolve("mvnw").toString(), "-q", "-f", folder.resolve("pom.xml").toString(), "-DskipTests", "package"));
        product.sql("DROP DATABASE IF EXISTS fundtrail_twin");
        product.sql("CREATE DATABASE fundtrail_twin");
        product.sql(Duration.ofMinutes(1), "-d", "fundtrail_twin", "--single-transaction", "-f", folder.resolve("schema.sql").toString());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(product.javaOptions());
        command.addAll(List.of("-jar", folder.resolve("target/twin.jar").toString()));
        var log = work.resolve("twin.log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(Map.of(
                "TWIN_PORT", String.valueOf(address.getPort()),
                "TWIN_DB_URL", "jdbc:postgresql://127.0.0.1:" + product.databasePort() + "/fundtrail_twin",
                "TWIN_DB_USER", "postgres",
                "TWIN_DB_PASSWORD", product.password("postgres-password")));
        try {
            process = Benchmarks.start(builder);
        } catch (IOException e) {
            throw new NotMeasured("the twin cannot be started: " + e.getMessage());
        }
    }

    static void measure(Path home, Path work, Product product, Duration stretch, Consumer<Row> rows) {
        try (var twin = new Twin(home, work, product)) {
            twin.awaitReady();
            var ours = Requests.recording(product.funding, Requests.bearer(product));
            var theirs = Requests.recording(twin.address, "");
            Requests.mustWork(product.funding, ours);
            compare("twin-receipt", RECEIPT, product, ours, twin, theirs, stretch, rows);
            compare("twin-read", READ, product,
                    reading(product.funding, Requests.bearer(product), ids(product, "fundtrail_funding", "funding.receipt")),
                    twin, reading(twin.address, "", ids(product, "fundtrail_twin", "receipt")), stretch, rows);
        }
    }

    private static void compare(String key, String what, Product product, Function<SplittableRandom, byte[]> ours, Twin twin,
            Function<SplittableRandom, byte[]> theirs, Duration stretch, Consumer<Row> rows) {
        Requests.mustWork(twin.address, theirs);
        Benchmarks.say("Warming up");
        Load.warm(twin.address, Requests.CLIENTS, stretch, theirs);
        Load.warm(product.funding, Requests.CLIENTS, stretch, ours);
        var taken = Benchmarks.inTurns(List.of(
                round -> Load.run(product.funding, Requests.CLIENTS, stretch, ours),
                round -> Load.run(twin.address, Requests.CLIENTS, stretch, theirs)));
        var us = taken.get(0).sound();
        var them = taken.get(1).sound();
        rows.accept(Row.atLeast(key, what, 1.3, us.perSecond() / them.perSecond(), Requests.figures(us) + " / " + Requests.figures(them)));
    }

    private static List<String> ids(Product product, String database, String table) {
        return product.sql(Duration.ofMinutes(1), "-d", database, "-c", "SELECT id FROM " + table + " ORDER BY recorded_at LIMIT " + READ_FROM)
                .lines()
                .toList();
    }

    private static Function<SplittableRandom, byte[]> reading(URI server, String authorization, List<String> ids) {
        return chance -> Wire.request("GET", server.resolve("/api/funding/v1/receipts/" + ids.get(chance.nextInt(ids.size()))),
                authorization + "Accept: application/json\r\n", null);
    }

    private void awaitReady() {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (var wire = new Wire(address)) {
                wire.send(Wire.request("GET", address.resolve("/"), "", null), false);
                return;
            } catch (IOException e) {
                Product.sleep(100);
            }
        }
        throw new NotMeasured("the twin did not start");
    }

    @Override
    public void close() {
        Benchmarks.stop(process);
    }
}
