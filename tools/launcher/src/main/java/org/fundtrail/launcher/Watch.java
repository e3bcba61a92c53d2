package org.fundtrail.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts again what ends or does not answer any more, however often that happens. Each has a thread of its own: one that takes its time to
 * come back holds up nobody else.
 */
final class Watch {

    /** How long something that was just started may take before its silence counts. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final Duration GLANCE = Duration.ofMillis(200);

    /** What is watched over. */
    interface Watched {

        String name();

        boolean running();

        /** Whether it says that it lives, within this time. */
        boolean answers(Duration within);

        void startAgain();

        /** Ends it even when it listens to nobody. */
        void kill();

        /** How it ended and what it said last. */
        String lastWords();
    }

    /** Asks every so often, and takes this many silences in a row for a hang. */
    record Rhythm(Duration every, int tries, Duration firstPause, Duration longestPause) {

        static Rhythm of(Settings settings) {
            return new Rhythm(
                    Duration.ofSeconds(settings.numberOf("FUNDTRAIL_LIVENESS_SECONDS", 5)),
                    settings.numberOf("FUNDTRAIL_LIVENESS_TRIES", 6),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(settings.numberOf("FUNDTRAIL_LONGEST_PAUSE_SECONDS", 60)));
        }

        Duration silence() {
            return every.multipliedBy(tries);
        }
    }

    private final Rhythm rhythm;
    private final List<Thread> threads = new ArrayList<>();

    Watch(Rhythm rhythm) {
        this.rhythm = rhythm;
    }

    /** From now on; it is running well at this moment. */
    void over(Watched watched) {
        Thread thread = new Thread(() -> watch(watched), "watch-" + watched.name());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** From here on nothing is started again. */
    void end() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Watched watched) {
        Pauses pauses = new Pauses(rhythm.firstPause(), rhythm.longestPause());
        boolean answered = true;
        try {
            while (true) {
                long began = System.nanoTime();
                String trouble = trouble(watched, began, answered);
                Duration pause = pauses.after(since(began));
                report(watched.name() + " " + trouble + "; it is started again in " + Math.max(1, pause.toSeconds())
                        + " s." + watched.lastWords());
                Thread.sleep(pause.toMillis());
                startAgain(watched);
                answered = false;
            }
        } catch (InterruptedException everythingStops) {
            return;
        }
    }

    /** Waits until it ended, or until it was silent for too long and was killed. */
    private String trouble(Watched watched, long began, boolean alreadyAnswered) throws InterruptedException {
        boolean answered = alreadyAnswered;
        int silences = 0;
        while (true) {
            long asked = System.nanoTime();
            boolean answers = watched.running() && answers(watched);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            answered |= answers;
            silences = answers ? 0 : silences + 1;
            while (watched.running() && since(asked).compareTo(rhythm.every()) < 0) {
                Thread.sleep(Math.min(GLANCE.toMillis(), rhythm.every().toMillis()));
            }
            if (!watched.running()) {
                return "ended unexpectedly";
            }
            if (silences >= rhythm.tries() && (answered || since(began).compareTo(PATIENCE) > 0)) {
                kill(watched);
                return "did not answer for " + rhythm.silence().toSeconds() + " s and was ended";
            }
        }
    }

    /** Whatever goes wrong with the question, the watch goes on. */
    private boolean answers(Watched watched) {
        try {
            return watched.answers(rhythm.every());
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whatever goes wrong with this too: what is started next says whether it is really gone. */
    private static void kill(Watched watched) {
        try {
            watched.kill();
        } catch (RuntimeException e) {
            report(watched.name() + " could not be ended (" + e + ")");
        }
    }

    private static void startAgain(Watched watched) throws InterruptedException {
        try {
            watched.startAgain();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                report(e.getMessage() == null ? e.toString() : e.getMessage());
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    private static void report(String sentence) {
        System.err.println("fundtrail: " + sentence);
    }
}
