package org.fundtrail.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of other hands: psql, pgbench, jcmd. Each runs to its end, within a time, with its output in a file. */
final class Programs {
    private Programs() {}

    static String run(Path work, Map<String, String> environment, Duration longest, List<String> command) {
        try {
            var output = Files.createTempFile(work, "output", ".txt");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                    throw new NotMeasured(command.get(0) + " did not end within " + longest.toSeconds() + " s");
                }
            } finally {
                process.destroy();
            }
            var said = Files.readString(output).strip();
            Files.delete(output);
            if (process.exitValue() != 0) {
                throw new NotMeasured(command.get(0) + " failed: " + said.lines().filter(l -> !l.isBlank()).limit(3).map(l -> l.replaceAll("psql:\\S*/", "")).toList());
            }
            return said;
        } catch (IOException e) {
            throw new NotMeasured(command.get(0) + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new NotMeasured("interrupted");
        }
    }
}
