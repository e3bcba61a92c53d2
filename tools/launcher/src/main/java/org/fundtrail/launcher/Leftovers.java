package org.fundtrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes that a killed launcher left behind. A process id alone proves nothing, because the system gives it to somebody else later:
 * only a process that also started at the noted moment is ours to end.
 */
final class Leftovers {

    /** The start instant is derived from the boot time, which the system corrects by a second or so when the clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    /** In which PostgreSQL says who it is, in its folder. */
    private static final String POSTMASTER_NOTE = "postmaster.pid";

    private Leftovers() {}

    static void note(Path pidFile, ProcessHandle process) {
        long started = process.info().startInstant().orElse(Instant.now()).toEpochMilli();
        try {
            Files.writeString(pidFile, process.pid() + "\n" + started + "\n");
        } catch (IOException e) {
            throw new CannotStart("The process id cannot be noted in " + pidFile, e);
        }
    }

    /** Ends the process noted in this file if it still runs; answers whether there was one. */
    static boolean end(Path pidFile) {
        Optional<ProcessHandle> left = read(pidFile)
                .filter(lines -> lines.size() >= 2)
                .flatMap(lines -> running(lines.get(0), Instant.ofEpochMilli(number(lines.get(1)))));
        left.ifPresent(process -> {
            process.destroy();
            if (!ended(process, 10)) {
                process.destroyForcibly();
                ended(process, 10);
            }
        });
        forget(pidFile);
        return left.isPresent();
    }

    /** Ends a PostgreSQL that still works in this folder, the way it likes best: its clients are cut off, its files are left tidy. */
    static boolean endPostgres(Path postgres) {
        Optional<ProcessHandle> left = runningPostgres(postgres);
        left.ifPresent(process -> {
            signal(process, "INT");
            if (!ended(process, 20)) {
                endAtOnce(process);
            }
        });
        forgetPostgres(postgres);
        return left.isPresent();
    }

    /** The same of one that listens to nobody: what it would do before it ends, it does at its next start. */
    static void endSilentPostgres(Path postgres) {
        runningPostgres(postgres).ifPresent(Leftovers::endAtOnce);
        forgetPostgres(postgres);
    }

    private static Optional<ProcessHandle> runningPostgres(Path postgres) {
        return read(postgres.resolve(POSTMASTER_NOTE))
                .filter(lines -> lines.size() >= 3)
                .flatMap(lines -> running(lines.get(0), Instant.ofEpochSecond(number(lines.get(2)))));
    }

    private static void endAtOnce(ProcessHandle postmaster) {
        signal(postmaster, "QUIT");
        if (!ended(postmaster, 10)) {
            postmaster.destroyForcibly();
            ended(postmaster, 10);
        }
    }

    private static void forgetPostgres(Path postgres) {
        endBackends(postgres);
        // A stale file would make PostgreSQL refuse when its old process id now belongs to somebody else.
        forget(postgres.resolve(POSTMASTER_NOTE));
    }

    /**
     * A backend that is busy does not notice that its postmaster was killed, and beside it no new one starts. Its working folder tells
     * whose it is, where the system shows that (Linux); elsewhere the next try finds it gone.
     */
    private static void endBackends(Path postgres) {
        List<ProcessHandle> backends = ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, postgres))
                .toList();
        backends.forEach(ProcessHandle::destroyForcibly);
        backends.forEach(process -> ended(process, 10));
    }

    /** Somebody may look around in the folder with a program of his own: only PostgreSQL is meant. */
    private static boolean worksIn(ProcessHandle process, Path postgres) {
        Path about = Path.of("/proc", String.valueOf(process.pid()));
        try {
            return Files.readSymbolicLink(about.resolve("exe")).endsWith("postgres")
                    && Files.readSymbolicLink(about.resolve("cwd")).equals(postgres.toRealPath());
        } catch (IOException | UnsupportedOperationException notToBeSeen) {
            return false;
        }
    }

    static Optional<ProcessHandle> postmaster(Path postgres) {
        return read(postgres.resolve(POSTMASTER_NOTE))
                .filter(lines -> !lines.isEmpty())
                .flatMap(lines -> ProcessHandle.of(number(lines.get(0))));
    }

    /** The server says itself, in the eighth line of its note, that it takes connections. */
    static boolean postgresIsReady(Path postgres) {
        return read(postgres.resolve(POSTMASTER_NOTE))
                .filter(lines -> lines.size() >= 8 && lines.get(7).equals("ready"))
                .isPresent();
    }

    static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<ProcessHandle> running(String pid, Instant started) {
        return ProcessHandle.of(number(pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(instant ->
                                Duration.between(instant, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                        .isPresent());
    }

    /** SIGTERM would make PostgreSQL wait for its clients, and Java knows no other gentle signal. */
    static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<List<String>> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(
                            Files.readAllLines(file).stream().map(String::strip).toList())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " of an earlier run cannot be removed", e);
        }
    }
}
