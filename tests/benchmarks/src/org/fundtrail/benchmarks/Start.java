package org.fundtrail.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** From ./run to ready, as the launcher starts today with the quick compiler only, and with the full one. */
final class Start {
    static final String START = "start to ready with the full compiler (AppCDS) / today's C1 start";
    private static final String C1 = "-Xms64m -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:SharedArchiveFile="
            + System.getProperty("java.home") + "/lib/server/classes.jsa";
    private static final int TIMES = 3;

    private Start() {}

    static void measure(Path home, Path work, Consumer<Row> rows) {
        var before = new ArrayList<Double>();
        var after = new ArrayList<Double>();
        seconds(home, work, C1); // the first start builds what is not built, makes the books and warms the disk's cache
        if (!archived(home)) {
            throw new NotMeasured("the build has made no archive of classes (AppCDS)");
        }
        for (int i = 0; i < TIMES; i++) {
            before.add(seconds(home, work, C1));
            // The launcher's own options, which use the archive.
            after.add(seconds(home, work, ""));
        }
        double c1 = median(before);
        double full = median(after);
        var figures = String.format(Locale.ROOT, "%.2f s / %.2f s, medians of %d starts in turns", full, c1, TIMES);
        rows.accept(Row.atMost("start", START, 1.0, full / c1, figures));
    }

    private static boolean archived(Path home) {
        try (var files = Files.list(home.resolve("funding-service/target/quarkus-app"))) {
            return files.anyMatch(file -> file.toString().endsWith(".jsa") || file.toString().endsWith(".aot"));
        } catch (IOException e) {
            return false;
        }
    }

    private static double seconds(Path home, Path work, String options) {
        try (var product = Product.start(home, work, "start", Map.of("FUNDTRAIL_JAVA_OPTIONS", options))) {
            return product.secondsToReady;
        }
    }

    private static double median(ArrayList<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
