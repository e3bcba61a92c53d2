package org.fundtrail.benchmarks;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** What must not grow with the books: a past day's position, a late page of a list, the memory that a long file takes. */
final class Growth {
    static final String POSITION = "position of a past day at 1 million postings / at 10 thousand";
    static final String PAGE = "ten-thousandth page of a list / first page";
    static final String CSV = "CSV of 1 million rows / psql copy, with a flat heap";
    private static final int SMALL = 10_000;
    private static final int LONG_LIST = 1_000_000;
    private static final int PAGE_SIZE = 50;
    private static final int PAGE_NUMBER = 10_000;
    private static final Duration LONGEST_CSV = Duration.ofMinutes(5);

    private final int postings;
    private final LongSupplier secondsLeft;
    private boolean listed;
    private boolean isFilled;

    Growth(boolean large, LongSupplier secondsLeft) {
        this.postings = large ? 10_000_000 : 1_000_000;
        this.secondsLeft = secondsLeft;
    }

    void position(Product product, Consumer<Row> rows) {
        var token = product.token("officer", "funding-officer", "LT-POS");
        var path = "/api/funding/v1/position?asOf=2024-07-15";
        fill(product, "benchmark.post", 0, SMALL, SMALL);
        mustBeRight(product, token, path);
        double few = median(product, token, path, 3);
        fill(product, "benchmark.post", SMALL, postings, 50_000);
        isFilled = true;
        mustBeRight(product, token, path);
        double many = median(product, token, path, 1);
        var what = postings == 1_000_000 ? POSITION : POSITION.replace("1 million", "10 million");
        rows.accept(Row.atMost("position", what, 1.5, many / few, String.format(Locale.ROOT,
                "%.1f ms / %.1f ms, medians of one client", many, few)));
    }

    /** The million postings, unless the position has brought them. */
    void fillPostings(Product product) {
        if (!isFilled) {
            fill(product, "benchmark.post", 0, postings, 50_000);
            isFilled = true;
        }
    }

    /** The figures that the service answers are the sums of the postings, so that nothing wrong is measured. */
    private static void mustBeRight(Product product, String token, String path) {
        var received = product.sql("""
                SELECT sum(p.amount) FROM journal.posting p JOIN journal.account a ON a.log_id = p.log_id AND a.id = p.credit
                WHERE a.kind = 'RECEIVED' AND a.institution = 'LT-POS' AND p.effective_date <= '2024-07-15'""");
        var answer = product.ask(token, path);
        var sum = Pattern.compile("\"received\":\\{\"amount\":\"([0-9.]+)\"").matcher(answer.text()).results()
                .map(m -> new java.math.BigDecimal(m.group(1)))
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        if (answer.status() != 200 || sum.compareTo(new java.math.BigDecimal(received)) != 0) {
            throw new NotMeasured("the position was answered " + answer.status() + " with " + sum + " received, and the postings say " + received);
        }
    }

    void page(Product product, Consumer<Row> rows) {
        list(product);
        var token = product.token("officer", "funding-officer", "LT-LIST");
        var first = "/api/funding/v1/allocations?limit=" + PAGE_SIZE;
        // The cursor that the page before ends with: newest first, as the service sorts by itself.
        int last = LONG_LIST - (PAGE_NUMBER - 1) * PAGE_SIZE + 1;
        var cursor = product.sql("""
                SELECT id || '00000000' || to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM funding.allocation
                WHERE institution = 'LT-LIST' AND reference = 'BENCHMARK-%d'""".formatted(last));
        var late = first + "&after=" + Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
        if (!product.ask(token, late).text().contains("\"BENCHMARK-" + (last - 1) + "\"")) {
            throw new NotMeasured("the page after the cursor is not the one that was meant");
        }
        median(product, token, first, 4);
        double[] firsts = new double[2];
        double[] lates = new double[2];
        for (int i = 0; i < 2; i++) {
            firsts[i] = median(product, token, first, 2);
            lates[i] = median(product, token, late, 2);
        }
        double early = (firsts[0] + firsts[1]) / 2;
        double far = (lates[0] + lates[1]) / 2;
        rows.accept(Row.atMost("page", PAGE, 1.5, far / early,
                String.format(Locale.ROOT, "%.1f ms / %.1f ms, medians of one client; %d allocations, %d a page", far, early, LONG_LIST, PAGE_SIZE)));
    }

    void csv(Product product, Path work, Consumer<Row> rows) {
        list(product);
        var token = product.token("officer", "funding-officer", "LT-LIST");
        long begin = System.nanoTime();
        product.sql(Duration.ofMinutes(3), "-c", COPY.formatted(work.resolve("copy.csv")).replaceAll("\\s+", " "));
        double copy = (System.nanoTime() - begin) / 1e9;
        var longest = Duration.ofSeconds(Math.min(LONGEST_CSV.toSeconds(), secondsLeft.getAsLong() - 30));
        var file = new File(product, longest);
        file.read(product.funding.resolve("/api/funding/v1/allocations"), token);
        if (file.broken != null) {
            rows.accept(new Row("csv", CSV, null, 3.0, false, String.format(Locale.ROOT,
                    "the file broke off after %d rows and %.0f s (%s); live heap %.0f MB after a tenth of the rows, peak %.0f MB; copy took %.1f s",
                    file.lines, file.seconds, file.broken, file.early / 1e6, file.peak.get() / 1e6, copy), false));
            return;
        }
        double perMillion = file.seconds * LONG_LIST / Math.max(1, file.lines);
        var figures = String.format(Locale.ROOT,
                "%.0f s / %.1f s; live heap %.0f MB after a tenth and %.0f MB after nine tenths of the rows, peak %.0f MB", perMillion, copy,
                file.early / 1e6, file.late / 1e6, file.peak.get() / 1e6);
        if (file.cut) {
            figures += "; cut off after " + file.lines + " rows and " + longest.toSeconds() + " s, the time for all is reckoned from them";
        }
        rows.accept(new Row("csv", CSV, perMillion / copy, 3.0, false, figures, file.late <= file.early * 1.25));
    }

    private static final String COPY = """
            \\copy (SELECT a.reference, p.code, p.fund, a.donor, a.recipient, a.action_type, a.purpose, a.amount, a.currency, a.co_financing_rate,
                a.decision_reference, a.decision_date, a.eligibility_from, a.eligibility_to, a.status, n.name, a.recorded_at, a.id
            FROM funding.allocation a JOIN funding.programme p ON p.id = a.programme_id JOIN journal.person n ON n.id = a.recorded_by
            WHERE a.institution = 'LT-LIST' ORDER BY a.recorded_at DESC, a.id DESC) TO '%s' CSV HEADER""";

    /** Reads the file as it comes, and looks at the service's heap meanwhile. */
    private static final class File {
        private final Product product;
        private final Duration longest;
        private final AtomicLong peak = new AtomicLong();
        private int lines;
        private long early;
        private long late;
        private double seconds;
        private boolean cut;
        private String broken;

        File(Product product, Duration longest) {
            this.product = product;
            this.longest = longest;
        }

        void read(URI address, String token) {
            var sampler = new Thread(this::sample, "heap");
            sampler.setDaemon(true);
            long begin = System.nanoTime();
            try {
                var connection = (HttpURLConnection) address.toURL().openConnection();
                connection.setRequestProperty("Authorization", "Bearer " + token);
                connection.setRequestProperty("Accept", "text/csv");
                connection.setReadTimeout(60_000);
                if (connection.getResponseCode() != 200) {
                    throw new NotMeasured("the file was answered " + connection.getResponseCode());
                }
                sampler.start();
                count(connection, begin);
                late = late == 0 ? live() : late;
            } catch (IOException e) {
                broken = e.getMessage();
            } finally {
                seconds = (System.nanoTime() - begin) / 1e9;
                sampler.interrupt();
            }
        }

        private void count(HttpURLConnection connection, long begin) throws IOException {
            try (var in = connection.getInputStream()) {
                var buffer = new byte[65536];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    for (int i = 0; i < n; i++) {
                        lines += buffer[i] == '\n' ? 1 : 0;
                    }
                    if (early == 0 && lines > LONG_LIST / 10) {
                        early = live();
                    } else if (late == 0 && lines > LONG_LIST / 10 * 9) {
                        late = live();
                    }
                    if (System.nanoTime() - begin > longest.toNanos()) {
                        cut = true;
                        connection.disconnect();
                        break;
                    }
                }
            }
            if (!cut && lines < LONG_LIST) {
                throw new IOException("it ended early");
            }
        }

        /** What is in use after a whole collection. */
        private long live() {
            jcmd("GC.run");
            return Pattern.compile("total \\d+K, used (\\d+)K").matcher(jcmd("GC.heap_info")).results().mapToLong(m -> Long.parseLong(m.group(1)) * 1024).sum();
        }

        private String jcmd(String command) {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            return Programs.run(product.work(), Map.of(), Duration.ofSeconds(30), List.of(jcmd, String.valueOf(product.pid("funding-service")), command));
        }

        private void sample() {
            var used = Pattern.compile("(?m)^jvm_memory_used_bytes\\{.*area=\"heap\".*\\} (\\S+)$");
            try (var wire = new Wire(product.funding)) {
                var request = Wire.request("GET", product.funding.resolve("/q/metrics"), "", null);
                while (!Thread.interrupted()) {
                    long sum = (long) used.matcher(wire.send(request, true).text()).results().mapToDouble(m -> Double.parseDouble(m.group(1))).sum();
                    peak.accumulateAndGet(sum, Math::max);
                    Thread.sleep(500);
                }
            } catch (IOException | InterruptedException e) {
                // the file has been read
            }
        }
    }

    private void list(Product product) {
        if (!listed) {
            // No list reads it that is not searched, and it would take minutes to fill.
            product.sql("DROP INDEX funding.allocation_by_text");
            fill(product, "benchmark.propose", 1, LONG_LIST + 1, 100_000);
            listed = true;
        }
    }

    /** In transactions of some size, with room for the log of the database, which is taken away again. */
    private void fill(Product product, String procedure, int from, int to, int group) {
        Benchmarks.say("Filling the books: " + procedure + " up to " + to);
        product.sql("ALTER SYSTEM SET max_wal_size = '4GB'");
        product.sql("SELECT pg_reload_conf()");
        try {
            for (int first = from; first < to; first += group) {
                if (secondsLeft.getAsLong() < 60) {
                    throw new NotMeasured("filling the books took too long: " + first + " rows were made");
                }
                int begin = first;
                int end = Math.min(to, first + group) - 1;
                halves(half -> product.sql(Duration.ofMinutes(5), "-c", "SET synchronous_commit = off", "-c",
                        "CALL %s(%d, %d, %d)".formatted(procedure, begin, end, half)));
            }
            // The service's own sealer works on them too.
            while (!sealed(product)) {
                Product.sleep(100);
            }
        } finally {
            product.sql("ALTER SYSTEM RESET max_wal_size");
            product.sql("SELECT pg_reload_conf()");
        }
        product.sql(Duration.ofMinutes(5), "-c", "VACUUM (ANALYZE)");
        product.sql(Duration.ofMinutes(5), "-c", "CHECKPOINT");
    }

    private static boolean sealed(Product product) {
        try {
            return product.sql("SELECT journal.seal(100000, now()) + (SELECT count(*) FROM journal.pending)").equals("0");
        } catch (NotMeasured e) {
            if (e.getMessage().contains("lock timeout")) {
                return false; // the service's sealer is at it
            }
            throw e;
        }
    }

    private static void halves(IntConsumer work) {
        var failed = new AtomicReference<NotMeasured>();
        var other = new Thread(() -> {
            try {
                work.accept(1);
            } catch (NotMeasured e) {
                failed.set(e);
            }
        });
        other.start();
        work.accept(0);
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new NotMeasured("interrupted");
        }
        if (failed.get() != null) {
            throw failed.get();
        }
    }

    /** The middle one of what one client waits, in milliseconds, after so many stretches that do not count. */
    private static double median(Product product, String token, String path, int warmUps) {
        var request = Wire.request("GET", product.funding.resolve(path),
                "Accept: application/json\r\nAuthorization: Bearer " + token + "\r\n", null);
        var results = new ArrayList<Load.Result>();
        for (int i = 0; i <= warmUps; i++) {
            results.add(Load.run(product.funding, 1, Duration.ofSeconds(4), chance -> request).sound());
        }
        return results.get(warmUps).millis(0.5);
    }
}
