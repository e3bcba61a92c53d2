package org.fundtrail.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One of the programs of the house, as a process of its own. */
final class Child implements Watch.Watched {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final String name;
    private final String url;
    private final Path folder;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path pidFile;
    private final RotatingLog log;
    private volatile Process process;
    private volatile Thread pump;

    Child(
            String name,
            String url,
            Path folder,
            List<String> command,
            Map<String, String> environment,
            DataFolder data) {
        this.name = name;
        this.url = url;
        this.folder = folder;
        this.command = command;
        this.environment = environment;
        this.pidFile = pidFile(data, name);
        this.log = new RotatingLog(data.log(name));
    }

    static Path pidFile(DataFolder data, String name) {
        return data.run(name + ".pid");
    }

    @Override
    public String name() {
        return name;
    }

    String url() {
        return url;
    }

    /** Starts without this from the next time on. */
    void forget(String variable) {
        environment.remove(variable);
    }

    void start() {
        ProcessBuilder builder = new ProcessBuilder(deafToTheTerminal(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new CannotStart(name + " cannot be started", e);
        }
        Process started = process;
        pump = new Thread(() -> log.copy(started.getInputStream()), name + "-log");
        pump.setDaemon(true);
        pump.start();
        note(started);
    }

    /** Nobody could end a process later of which there is no note. */
    private void note(Process started) {
        try {
            Leftovers.note(pidFile, started.toHandle());
        } catch (CannotStart e) {
            started.destroyForcibly();
            throw e;
        }
    }

    @Override
    public void startAgain() {
        start();
    }

    /**
     * Ctrl-C goes to every process of the terminal. The children must not hear it, so that the launcher can stop them in order; a JVM
     * leaves a signal alone that was ignored when it started. SIGTERM still reaches them.
     */
    private static List<String> deafToTheTerminal(List<String> command) {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return command;
        }
        List<String> deaf = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        deaf.addAll(command);
        return deaf;
    }

    /** Waits until the path answers 200; a child that dies meanwhile is reported with the end of its log. */
    void await(String path, BooleanSupplier stopping) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(path, Duration.ofSeconds(5))) {
            if (stopping.getAsBoolean()) {
                throw new CannotStart("Stopped.");
            }
            if (!process.isAlive()) {
                awaitLastWords();
                throw new CannotStart(name + " ended while it was starting (" + exit() + ")." + tail());
            }
            if (System.nanoTime() > end) {
                throw new CannotStart(name + " did not get ready within " + PATIENCE.toSeconds() + " s." + tail());
            }
            pause();
        }
    }

    /**
     * Waits until a program has ended that does its work and ends.
     *
     * @param refusal the exit code with which it refuses; its last line is then what there is to say
     */
    void awaitDone(int refusal, BooleanSupplier stopping) {
        while (process.isAlive()) {
            if (stopping.getAsBoolean()) {
                throw new CannotStart("Stopped.");
            }
            pause();
        }
        Leftovers.forget(pidFile);
        awaitLastWords();
        if (process.exitValue() == refusal && !log.tail().isEmpty()) {
            throw new CannotStart(log.tail().get(log.tail().size() - 1));
        }
        if (process.exitValue() != 0) {
            throw new CannotStart(name + " failed (" + exit() + ")." + tail());
        }
    }

    /** The process is gone before all that it said is read. */
    private void awaitLastWords() {
        try {
            pump.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean answers(Duration within) {
        return answers("/q/health/live", within);
    }

    /** Every wait for the network ends by itself, also for an answer that breaks off in its middle: whoever asks watches over the process. */
    private boolean answers(String path, Duration within) {
        try {
            var asked = (HttpURLConnection) URI.create(url + path).toURL().openConnection(Proxy.NO_PROXY);
            asked.setConnectTimeout((int) within.toMillis());
            asked.setReadTimeout((int) within.toMillis());
            try {
                return asked.getResponseCode() == 200;
            } finally {
                asked.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean running() {
        return process.isAlive();
    }

    /** A JVM that hangs but hears SIGQUIT writes first where its threads are: its log then says why. */
    @Override
    public void kill() {
        Leftovers.signal(process.toHandle(), "QUIT");
        Leftovers.ended(process.toHandle(), 1);
        process.destroyForcibly();
        Leftovers.ended(process.toHandle(), 10);
    }

    @Override
    public String lastWords() {
        awaitLastWords();
        return (process.isAlive() ? "" : " (" + exit() + ")") + tail();
    }

    String exit() {
        int value = process.exitValue();
        return value > 128 ? "ended by signal " + (value - 128) : "exit code " + value;
    }

    String tail() {
        return " The end of " + log.file() + ":\n  " + String.join("\n  ", log.tail());
    }

    /** Asks the process to end; whoever calls waits with {@link #awaitEnd}. */
    void askToEnd() {
        if (process != null) {
            process.destroy();
        }
    }

    void awaitEnd() {
        if (process != null && !Leftovers.ended(process.toHandle(), 15)) {
            process.destroyForcibly();
            Leftovers.ended(process.toHandle(), 5);
        }
        Leftovers.forget(pidFile);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
