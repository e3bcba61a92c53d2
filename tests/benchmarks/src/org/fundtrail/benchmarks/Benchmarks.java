package org.fundtrail.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures Fundtrail beside what bounds it, in one run on one machine: what counts is the ratio of two figures that were taken in turns, not
 * either of them. What cannot be measured is said to be so, with the reason, and never guessed.
 */
public final class Benchmarks {
    private static final List<String> ALL = List.of("receipt", "read", "twin", "position", "proof", "page", "csv", "start");

    /** What is to be stopped at the end, also when this is interrupted; the last first. */
    private static final Deque<Process> STARTED = new ConcurrentLinkedDeque<>();

    private static boolean ending;

    private final Path home;
    private final Path work;
    private final boolean large;
    private final long end;
    private final Duration stretch;
    private final List<Row> rows = new ArrayList<>();

    private Benchmarks(Path home, Path work, Duration limit, boolean large, Duration stretch) {
        this.home = home;
        this.work = work;
        this.large = large;
        this.stretch = stretch;
        // A minute is kept for stopping and cleaning up.
        this.end = System.nanoTime() + limit.minusMinutes(1).toNanos();
    }

    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]);
        var work = Path.of(arguments[1]);
        var asked = Stream.of(arguments).skip(2).toList();
        var only = asked.stream()
                .filter(a -> a.startsWith("--only="))
                .flatMap(a -> Stream.of(a.substring(7).split(",")))
                .collect(Collectors.toSet());
        var seconds = asked.stream().filter(a -> a.matches("--seconds=[1-9][0-9]?")).mapToInt(a -> Integer.parseInt(a.substring(10)));
        var known = Set.of("--large", "--keep", "--no-docs");
        var minutes = asked.stream().filter(a -> a.matches("--minutes=([5-9]|1[0-9]|20)")).mapToInt(a -> Integer.parseInt(a.substring(10)));
        for (var argument : asked) {
            if (!known.contains(argument) && !argument.matches("--(only|seconds|minutes)=.*") || !ALL.containsAll(only)) {
                System.err.println("benchmarks: " + argument + " is not understood. There is --large, --keep, --no-docs, --seconds=1..99, --minutes=5..20, --only="
                        + String.join(",", ALL));
                System.exit(2);
            }
        }
        boolean keep = asked.contains("--keep");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(keep ? null : work), "end"));
        var stretch = Duration.ofSeconds(seconds.findFirst().orElse(12));
        boolean large = asked.contains("--large");
        var limit = large ? Duration.ofHours(3) : Duration.ofMinutes(minutes.findFirst().orElse(20));
        var benchmarks = new Benchmarks(home, work, limit, large, stretch);
        benchmarks.measure(only.isEmpty() ? Set.copyOf(ALL) : only);
        var table = new Table(home, benchmarks.rows);
        if (only.isEmpty() && !asked.contains("--no-docs")) {
            table.write(home.resolve("docs/benchmarks.md"));
        }
        System.out.println();
        System.out.print(table.text());
    }

    private void measure(Set<String> wanted) {
        // First what needs no books, last a file that may be cut off: a slow machine then misses as little as can be.
        step(wanted, "start", 120, key -> Start.measure(home, work, rows::add));
        if (!wanted.equals(Set.of("start"))) {
            try (var product = Product.start(home, work, "data", Map.of())) {
                product.sql(Duration.ofMinutes(2), "--single-transaction", "-f", file("sql/books.sql"));
                product.sql("ANALYZE");
                var requests = new Requests(work, stretch);
                var growth = new Growth(large, this::secondsLeft);
                step(wanted, "receipt", 120, key -> requests.record(product, home, rows::add));
                step(wanted, "read", 80, key -> requests.read(product, rows::add));
                step(wanted, "twin", 150, key -> Twin.measure(home, work, product, stretch, rows::add));
                step(wanted, "position", 120, key -> growth.position(product, rows::add));
                step(wanted, "proof", 120, key -> {
                    Proof.tree(home, rows::add);
                    growth.fillPostings(product);
                    Proof.check(product, this::secondsLeft, rows::add);
                });
                step(wanted, "page", 120, key -> growth.page(product, rows::add));
                step(wanted, "csv", 60, key -> growth.csv(product, work, rows::add));
            } catch (NotMeasured e) {
                ALL.stream().filter(wanted::contains).forEach(key -> missing(key, e.getMessage()));
            }
        }
        rows.sort(Comparator.comparingInt(row -> ALL.indexOf(row.key().split("-")[0])));
    }

    /** Starts a process that ends with this program, which waits for it; none is started any more once this ends. */
    static synchronized Process start(ProcessBuilder builder) throws IOException {
        if (ending) {
            throw new NotMeasured("interrupted");
        }
        var process = builder.start();
        STARTED.addFirst(process);
        process.getOutputStream().close();
        return process;
    }

    /** Asks a process to end and waits until it has. */
    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                System.err.println("benchmarks: process " + process.pid() + " did not end within 90 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Path folder) {
        synchronized (Benchmarks.class) {
            ending = true;
        }
        STARTED.forEach(Benchmarks::stop);
        if (folder != null) {
            delete(folder);
        }
    }

    private interface Step {
        void measure(String key);
    }

    private void step(Set<String> wanted, String key, int needed, Step step) {
        if (!wanted.contains(key)) {
            return;
        }
        if (secondsLeft() < needed) {
            missing(key, "no time was left");
            return;
        }
        try {
            say("Measuring: " + key);
            step.measure(key);
        } catch (NotMeasured e) {
            missing(key, e.getMessage());
        }
    }

    private void missing(String key, String reason) {
        for (var row : NAMES.getOrDefault(key, List.of())) {
            if (rows.stream().noneMatch(r -> r.key().equals(row.key()))) {
                rows.add(new Row(row.key(), row.what(), null, row.target(), row.atLeast(), reason, true));
            }
        }
    }

    /** What each step is to bring, so that the table has the line also when there is no figure. */
    private static final Map<String, List<Row>> NAMES = names();

    private static Map<String, List<Row>> names() {
        var names = new LinkedHashMap<String, List<Row>>();
        names.put("receipt", List.of(Row.atLeast("receipt", Requests.RECEIPT, 0.5, 0, "")));
        names.put("read", List.of(Row.atLeast("read", Requests.READ, 0.75, 0, "")));
        names.put("twin", List.of(Row.atLeast("twin-receipt", Twin.RECEIPT, 1.3, 0, ""), Row.atLeast("twin-read", Twin.READ, 1.3, 0, "")));
        names.put("position", List.of(Row.atMost("position", Growth.POSITION, 1.5, 0, "")));
        names.put("proof", List.of(Row.atMost("proof-tree", Proof.TREE, 3, 0, ""), Row.toExplain("proof-check", Proof.CHECK, 0, "")));
        names.put("page", List.of(Row.atMost("page", Growth.PAGE, 1.5, 0, "")));
        names.put("csv", List.of(Row.atMost("csv", Growth.CSV, 3, 0, "")));
        names.put("start", List.of(Row.atMost("start", Start.START, 1, 0, "")));
        return names;
    }

    private long secondsLeft() {
        return (end - System.nanoTime()) / 1_000_000_000;
    }

    private String file(String name) {
        return home.resolve("tests/benchmarks").resolve(name).toString();
    }

    static void say(String sentence) {
        System.out.printf("%tT  %s%n", System.currentTimeMillis(), sentence);
    }

    /** Two stretches each, in turns, so that what slows the machine down for a while slows both. */
    static List<Load.Result> inTurns(List<Function<Integer, Load.Result>> sides) {
        var sums = new ArrayList<Load.Result>();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < sides.size(); i++) {
                var result = sides.get(i).apply(round);
                if (round == 0) {
                    sums.add(result);
                } else {
                    sums.set(i, sums.get(i).and(result));
                }
            }
        }
        return sums;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("benchmarks: " + folder + " could not be removed");
        }
    }
}
