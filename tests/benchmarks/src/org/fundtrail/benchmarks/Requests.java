package org.fundtrail.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Recording a receipt and reading by id, through the gateway and at the service. */
final class Requests {
    static final String RECEIPT = "record a receipt through the gateway, 16 clients / the same SQL by pgbench, 16 clients";
    static final String READ = "read an allocation by id through the gateway / directly from the service, 16 clients";
    static final int CLIENTS = 16;
    static final int ALLOCATIONS = 64;

    private final Path work;
    private final Duration stretch;

    Requests(Path work, Duration stretch) {
        this.work = work;
        this.stretch = stretch;
    }

    void record(Product product, Path home, Consumer<Row> rows) {
        var direct = recording(product.funding, bearer(product));
        var gateway = recording(product.gateway, basic());
        var open = refusal(product.gateway, gateway);
        mustWork(product.funding, direct);
        Benchmarks.say("Warming up");
        pgbench(product, home, 5);
        Load.warm(product.funding, CLIENTS, stretch, direct);
        if (open == null) {
            Load.warm(product.gateway, CLIENTS, stretch, gateway);
        }
        double[] sql = new double[2];
        var sides = new java.util.ArrayList<Function<Integer, Load.Result>>();
        sides.add(round -> {
            sql[round] = pgbench(product, home, (int) stretch.toSeconds());
            return new Load.Result(0, Map.of(), 0, new long[0]);
        });
        sides.add(round -> Load.run(product.funding, CLIENTS, stretch, direct));
        var shares = new TreeMap<String, Double>();
        if (open == null) {
            sides.add(round -> {
                var begin = product.processorSeconds();
                var result = Load.run(product.gateway, CLIENTS, stretch, gateway);
                product.processorSeconds().forEach((who, used) -> shares.merge(who, used - begin.getOrDefault(who, 0.0), Double::sum));
                return result;
            });
        }
        var taken = Benchmarks.inTurns(sides);
        double perSecond = (sql[0] + sql[1]) / 2;
        var atService = taken.get(1).sound();
        if (open == null) {
            var through = taken.get(2).sound();
            rows.accept(Row.atLeast("receipt", RECEIPT, 0.5, through.perSecond() / perSecond,
                    figures(through) + " / " + whole(perSecond) + "/s; the processors' time: " + shares(shares)));
        } else {
            rows.accept(new Row("receipt", RECEIPT, null, 0.5, true, open, true));
        }
        rows.accept(Row.toExplain("receipt-direct", "record a receipt directly at the service / the same SQL by pgbench",
                atService.perSecond() / perSecond, figures(atService) + " / " + whole(perSecond) + "/s"));
    }

    void read(Product product, Consumer<Row> rows) {
        var direct = reading(product.funding, bearer(product));
        var gateway = reading(product.gateway, basic());
        mustWork(product.funding, direct);
        var closed = refusal(product.gateway, gateway);
        if (closed != null) {
            throw new NotMeasured(closed);
        }
        Benchmarks.say("Warming up");
        Load.warm(product.funding, CLIENTS, stretch, direct);
        Load.warm(product.gateway, CLIENTS, stretch, gateway);
        var taken = Benchmarks.inTurns(List.of(
                round -> Load.run(product.funding, CLIENTS, stretch, direct),
                round -> Load.run(product.gateway, CLIENTS, stretch, gateway)));
        var atService = taken.get(0).sound();
        var through = taken.get(1).sound();
        rows.accept(Row.atLeast("read", READ, 0.75, through.perSecond() / atService.perSecond(),
                figures(through) + " / " + figures(atService)));
    }

    static Function<SplittableRandom, byte[]> recording(URI server, String authorization) {
        return chance -> {
            var key = Long.toHexString(chance.nextLong()) + Long.toHexString(System.nanoTime());
            return Wire.request("POST", server.resolve("/api/funding/v1/allocations/" + allocation(chance) + "/receipts"),
                    authorization + "Accept: application/json\r\nIdempotency-Key: " + key + "\r\n", """
                    {"kind":"INTERIM","amount":{"amount":"1.00","currency":"EUR"},"valueDate":"2025-06-15","bankReference":"%s"}"""
                            .formatted(key));
        };
    }

    private static Function<SplittableRandom, byte[]> reading(URI server, String authorization) {
        return chance -> Wire.request("GET", server.resolve("/api/funding/v1/allocations/" + allocation(chance)),
                authorization + "Accept: application/json\r\n", null);
    }

    /** As sql/books.sql makes their ids. */
    static String allocation(SplittableRandom chance) {
        return String.format("01930301-0000-7000-8000-%012x", 1 + chance.nextInt(ALLOCATIONS));
    }

    static String bearer(Product product) {
        return "Authorization: Bearer " + product.token("officer", "funding-officer", "LT-VRM") + "\r\n";
    }

    private static String basic() {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString("officer:demo".getBytes(UTF_8)) + "\r\n";
    }

    static void mustWork(URI server, Function<SplittableRandom, byte[]> request) {
        var refusal = refusal(server, request);
        if (refusal != null) {
            throw new NotMeasured(refusal);
        }
    }

    /** What one such request is answered, unless it works: null. */
    static String refusal(URI server, Function<SplittableRandom, byte[]> request) {
        try (var wire = new Wire(server)) {
            var answer = wire.send(request.apply(new SplittableRandom(System.nanoTime())), true);
            if (answer.status() / 100 == 2) {
                return null;
            }
            var detail = Pattern.compile("\"detail\":\"([^\"|]{1,200})").matcher(answer.text());
            return "the first request was answered " + answer.status() + (detail.find() ? " (" + detail.group(1) + ")" : "");
        } catch (IOException e) {
            return "the first request was not answered: " + e;
        }
    }

    private double pgbench(Product product, Path home, int seconds) {
        var said = Programs.run(work, product.database("funding_app", "funding-app-password"), Duration.ofSeconds(seconds + 60L),
                List.of("pgbench", "-n", "-M", "prepared", "-c", String.valueOf(CLIENTS), "-j", "2", "-T", String.valueOf(seconds),
                        "-f", home.resolve("tests/benchmarks/sql/receipt.sql").toString()));
        var tps = Pattern.compile("tps = ([0-9.]+)").matcher(said);
        if (!tps.find() || said.contains("aborted")) {
            throw new NotMeasured("pgbench said: " + said.replaceAll("\\s+", " "));
        }
        return Double.parseDouble(tps.group(1));
    }

    static String figures(Load.Result result) {
        return String.format(Locale.ROOT, "%s/s (median %.1f ms, p99 %.1f ms)", whole(result.perSecond()), result.millis(0.5), result.millis(0.99));
    }

    static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String shares(Map<String, Double> seconds) {
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        var text = new StringBuilder();
        seconds.forEach((who, used) -> text.append(text.isEmpty() ? "" : ", ").append(who).append(' ').append(whole(100 * used / all)).append(" %"));
        return text.toString();
    }
}
