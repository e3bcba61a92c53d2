package org.fundtrail.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** So many clients, each of which sends its next request when the last one was answered, for a stretch of time. */
final class Load {

    /** What came of it: how many were answered as they should, by which other statuses, and how long each took in nanoseconds. */
    record Result(int good, Map<Integer, Integer> others, double seconds, long[] nanos) {
        double perSecond() {
            return good / seconds;
        }

        double millis(double quantile) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * quantile)] / 1e6;
        }

        /** A figure counts only if hardly anything went wrong. */
        Result sound() {
            int bad = others.values().stream().mapToInt(Integer::intValue).sum();
            if (good == 0 || bad * 100 > good) {
                throw new NotMeasured(bad + " of " + (good + bad) + " requests were answered otherwise than well: " + others
                        + " (0: the connection broke)");
            }
            return this;
        }

        /** Both stretches as one. */
        Result and(Result other) {
            var all = new TreeMap<>(others);
            other.others.forEach((status, n) -> all.merge(status, n, Integer::sum));
            var both = new long[nanos.length + other.nanos.length];
            System.arraycopy(nanos, 0, both, 0, nanos.length);
            System.arraycopy(other.nanos, 0, both, nanos.length, other.nanos.length);
            Arrays.sort(both);
            return new Result(good + other.good, all, seconds + other.seconds, both);
        }
    }

    private Load() {}

    /** Runs until a stretch brings hardly more than the one before, for the compiler has done its work then; four at the most. */
    static void warm(URI server, int clients, Duration stretch, Function<SplittableRandom, byte[]> request) {
        double before = 0;
        for (int i = 0; i < 4; i++) {
            double now = run(server, clients, stretch, request).sound().perSecond();
            if (i > 0 && now < before * 1.05) {
                return;
            }
            before = Math.max(before, now);
        }
    }

    /** Runs for so long; the requests are made by number from a source of chance of their client's own, seeded. */
    static Result run(URI server, int clients, Duration stretch, Function<SplittableRandom, byte[]> request) {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            long end = begin + stretch.toNanos();
            var running = new ArrayList<Callable<Result>>();
            for (int i = 0; i < clients; i++) {
                var chance = new SplittableRandom(i);
                running.add(() -> client(server, end, chance, request));
            }
            var results = new ArrayList<Result>();
            for (var future : pool.invokeAll(running)) {
                results.add(future.get());
            }
            return together(results, (System.nanoTime() - begin) / 1e9);
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new NotMeasured("the load could not be run: " + e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Result together(List<Result> results, double seconds) {
        var sum = results.stream().reduce(new Result(0, Map.of(), 0, new long[0]), Result::and);
        return new Result(sum.good, sum.others, seconds, sum.nanos);
    }

    private static Result client(
            URI server, long end, SplittableRandom chance, Function<SplittableRandom, byte[]> request)
            throws InterruptedException {
        var nanos = new long[1024];
        int good = 0;
        var others = new TreeMap<Integer, Integer>();
        Wire wire = null;
        while (System.nanoTime() < end) {
            var next = request.apply(chance);
            long sent = System.nanoTime();
            int status;
            try {
                wire = wire == null ? new Wire(server) : wire;
                status = wire.send(next, false).status();
            } catch (IOException e) {
                close(wire);
                wire = null;
                status = 0;
                Thread.sleep(50); // a server that is gone is not run at
            }
            if (status / 100 == 2) {
                nanos = good == nanos.length ? Arrays.copyOf(nanos, good * 2) : nanos;
                nanos[good++] = System.nanoTime() - sent;
            } else {
                others.merge(status, 1, Integer::sum);
            }
        }
        close(wire);
        var taken = Arrays.copyOf(nanos, good);
        Arrays.sort(taken);
        return new Result(good, others, 0, taken);
    }

    private static void close(Wire wire) {
        try {
            if (wire != null) {
                wire.close();
            }
        } catch (IOException e) {
            // it is closed then
        }
    }
}
