package org.fundtrail.benchmarks;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** What it takes to prove the record: its leaves and tree, and the check of a whole service. */
final class Proof {
    static final String TREE = "leaves and tree of 1 million entries / hashing the same bytes";
    static final String CHECK = "check of a whole service with 1 million entries / SHA-256 of their bodies in PostgreSQL";
    private static final int ENTRIES = 1_000_000;
    /** As long as the body of an entry is. */
    private static final int LENGTH = 1300;

    private Proof() {}

    /** With the classes that were built, beside the plain digest of the JDK. */
    static void tree(Path home, Consumer<Row> rows) {
        try (var product = new URLClassLoader(jars(home), ClassLoader.getPlatformClassLoader())) {
            var type = product.loadClass("org.fundtrail.records.proof.GrowingTree");
            var listener = product.loadClass("org.fundtrail.records.proof.GrowingTree$Complete");
            var nothing = Proxy.newProxyInstance(product, new Class<?>[] {listener}, (proxy, method, arguments) -> null);
            var append = type.getMethod("append", byte[].class, listener);
            var leaf = product.loadClass("org.fundtrail.journal.Journal").getMethod("leafHash", byte[].class);
            double plain = Double.MAX_VALUE;
            double whole = Double.MAX_VALUE;
            for (int turn = 0; turn < 3; turn++) {
                plain = Math.min(plain, seconds(Proof::hashed));
                whole = Math.min(whole, seconds(body -> append.invoke(tree(type), leaf.invoke(null, body), nothing)));
            }
            rows.accept(Row.atMost("proof-tree", TREE, 3, whole / plain,
                    String.format(Locale.ROOT, "%.2f s / %.2f s, of %d bytes each; the best of three in turns", whole, plain, LENGTH)));
        } catch (IOException | ReflectiveOperationException e) {
            throw new NotMeasured("the classes that were built cannot be used: " + e);
        }
    }

    private static Object grown;

    private static Object tree(Class<?> type) throws ReflectiveOperationException {
        if (grown == null) {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            grown = constructor.newInstance();
        }
        return grown;
    }

    private static URL[] jars(Path home) throws IOException {
        try (var files = Files.list(home.resolve("funding-service/target/quarkus-app/lib/main"))) {
            return files.map(file -> {
                        try {
                            return file.toUri().toURL();
                        } catch (MalformedURLException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toArray(URL[]::new);
        }
    }

    private interface OfBody {
        void of(byte[] body) throws ReflectiveOperationException;
    }

    private static double seconds(OfBody work) throws ReflectiveOperationException {
        var body = new byte[LENGTH];
        new Random(1).nextBytes(body);
        long begin = System.nanoTime();
        for (int n = 0; n < ENTRIES; n++) {
            body[n % LENGTH]++;
            work.of(body);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void hashed(byte[] body) {
        try {
            MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an auditor has it done. Entries that were filled in past the service have no records: it finds that, which takes no less time. */
    static void check(Product product, LongSupplier secondsLeft, Consumer<Row> rows) {
        var token = product.token("auditor", "auditor", "LT-VRM");
        long entries = Long.parseLong(product.sql("SELECT size FROM journal.log_head"));
        long begin = System.nanoTime();
        product.sql(Duration.ofMinutes(5), "-c", "SELECT count(DISTINCT sha256('\\x00'::bytea || body)) FROM journal.entry");
        double plain = (System.nanoTime() - begin) / 1e9;
        var address = started(product, token);
        while (secondsLeft.getAsLong() > 20) {
            var now = product.ask(token, address).text();
            if (now.contains("\"finishedAt\":\"")) {
                var seconds = Duration.between(moment(now, "startedAt"), moment(now, "finishedAt")).toMillis() / 1e3;
                rows.accept(Row.toExplain("proof-check", CHECK, seconds / plain,
                        String.format(Locale.ROOT, "%.1f s / %.1f s; %d entries, %.0f a second", seconds, plain, entries, entries / seconds)));
                return;
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotMeasured("interrupted");
            }
        }
        throw new NotMeasured("the check did not come to its end in time");
    }

    private static String started(Product product, String token) {
        var at = product.funding.resolve("/api/funding/v1/log/verifications");
        try (var wire = new Wire(product.funding)) {
            var headers = "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n";
            var answer = wire.send(Wire.request("POST", at, headers, "{}"), true);
            var id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(answer.text());
            if (answer.status() != 202 || !id.find()) {
                throw new NotMeasured("a check is answered " + answer.status());
            }
            return at.getPath() + "/" + id.group(1);
        } catch (IOException e) {
            throw new NotMeasured("funding-service does not answer: " + e);
        }
    }

    private static Instant moment(String json, String field) {
        var at = Pattern.compile("\"" + field + "\":\"([^\"]+)\"").matcher(json);
        if (!at.find()) {
            throw new NotMeasured("the check says no " + field);
        }
        return Instant.parse(at.group(1));
    }
}
