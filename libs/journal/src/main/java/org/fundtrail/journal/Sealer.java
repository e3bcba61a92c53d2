package org.fundtrail.journal;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.fundtrail.common.Time;
import org.jboss.logging.Logger;

/**
 * Gives committed entries their place in the log. One thread in each process, woken by whoever has written: no writer waits for the head
 * of the log, which is one row. Any number of processes may seal; each finds what the others have left, and what a killed one left behind
 * is found within a second.
 */
@Startup
@ApplicationScoped
public class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final int GROUP = 1000;
    private static final Duration LOOK_ROUND = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final Time time;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread = new Thread(this::work, "sealer");
    private volatile boolean stopping;

    Sealer(AgroalDataSource database, Time time) {
        this.database = database;
        this.time = time;
    }

    @PostConstruct
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        thread.interrupt();
    }

    private void work() {
        while (!stopping) {
            try {
                woken.tryAcquire(LOOK_ROUND.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits(); // who came meanwhile is served by the same round
                seal();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warn("Entries are committed but not in their place yet; the next round will put them there", e);
                    LockSupport.parkNanos(LOOK_ROUND.toNanos());
                }
            }
        }
    }

    /** Says that something was committed. */
    public void wake() {
        woken.release();
    }

    /** Seals everything that is committed and pending; returns how many entries that were. */
    public int seal() {
        int sealed = 0;
        int group;
        do {
            group = group();
            sealed += group;
        } while (group == GROUP);
        return sealed;
    }

    private int group() {
        try (var connection = database.getConnection();
                var call = connection.prepareStatement("SELECT journal.seal(?, ?)")) {
            call.setInt(1, GROUP);
            call.setObject(2, time.now().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            try (var row = call.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /**
     * Waits until what was pending when this began has its place, without a lock and at most a second: so whoever has written finds it in
     * what they read next.
     */
    public void await() {
        Long last = lastPending();
        if (last == null) {
            return;
        }
        wake();
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        long pause = 2_000_000;
        do {
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, 50_000_000);
        } while (isPendingUpTo(last) && System.nanoTime() < until);
    }

    private Long lastPending() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT max(n) FROM journal.pending WHERE log_id = 1");
                var row = select.executeQuery()) {
            row.next();
            return row.getObject(1, Long.class);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private boolean isPendingUpTo(long n) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT EXISTS (SELECT FROM journal.pending WHERE log_id = 1 AND n <= ?)")) {
            select.setLong(1, n);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
