package org.fundtrail.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What was measured, as text and as a page of the documentation. */
final class Table {
    private final List<Row> rows;
    private final Properties reasons = new Properties();

    Table(Path home, List<Row> rows) throws IOException {
        this.rows = rows;
        try (var reader = Files.newBufferedReader(home.resolve("tests/benchmarks/reasons.properties"))) {
            reasons.load(reader);
        }
    }

    String text() {
        var text = new StringBuilder();
        for (var row : rows) {
            text.append(String.format("%-16s %6s  %-7s %s%n    %s%n", row.verdict(), row.ratioText(), row.targetText(), row.what(), row.figures()));
            if (row.verdict().equals("missed")) {
                text.append("    Why: ").append(reason(row)).append('\n');
            }
        }
        return text.toString();
    }

    /** What people found out about it; a program knows figures, not reasons. */
    private String reason(Row row) {
        return reasons.getProperty(row.key(), "not looked into yet");
    }

    void write(Path page) throws IOException {
        var text = new StringBuilder("""
                # Speed

                Measured by `tests/benchmarks/run`, which writes this page; [its README](../tests/benchmarks/README.md) says what is measured and
                how. Every figure that counts is the ratio of two that were taken in turns in one run on one machine.

                """);
        text.append(LocalDate.now(ZoneId.of("Europe/Vilnius"))).append(", on ").append(machine()).append(".\n\n");
        text.append("| what | ratio | to reach | | behind it |\n|---|---|---|---|---|\n");
        for (var row : rows) {
            text.append("| ").append(row.what()).append(" | ").append(row.ratioText()).append(" | ").append(row.targetText())
                    .append(" | ").append(row.verdict()).append(" | ").append(row.figures())
                    .append(row.verdict().equals("missed") ? ". **Why it is missed:** " + reason(row) : "").append(" |\n");
        }
        Files.writeString(page, text);
    }

    private static String machine() throws IOException {
        var processor = line(Path.of("/proc/cpuinfo"), "model name");
        var memory = line(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        long gigabytes = memory.isEmpty() ? 0 : Math.round(Long.parseLong(memory) / 1048576.0);
        return String.format(Locale.ROOT, "%d cores (%s), %d GB, %s, Java %s", Runtime.getRuntime().availableProcessors(),
                processor.isEmpty() ? System.getProperty("os.arch") : processor, gigabytes, system(), Runtime.version().feature());
    }

    private static String system() throws IOException {
        var name = Path.of("/etc/os-release");
        return Files.exists(name) ? line(name, "PRETTY_NAME").replace("\"", "") : System.getProperty("os.name");
    }

    private static String line(Path file, String start) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(start)).findFirst().map(line -> line.replaceFirst("^[^:=]*[:=]\\s*", "")).orElse("");
        }
    }
}
