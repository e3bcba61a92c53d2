package org.fundtrail.gateway.door;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after so many failures in a row for one user from one address the next attempt, right or wrong, has to wait.
 * Kept in memory, the oldest forgotten first, so that guessing many names cannot fill it.
 */
@Singleton
class Attempts {
    static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int KEPT = 10_000;

    private record Count(int failures, Instant last) {}

    private final InstantSource clock;
    private final int allowed;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > KEPT;
        }
    };

    Attempts(InstantSource clock, DoorConfig config) {
        this.clock = clock;
        this.allowed = config.attempts();
    }

    /** How long this user at this address has to wait, zero when not at all. */
    synchronized Duration pause(String user, String address) {
        var count = counts.get(key(user, address));
        if (count == null || count.failures < allowed) {
            return Duration.ZERO;
        }
        var wait = Duration.between(clock.instant(), count.last.plus(PAUSE));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    synchronized void failed(String user, String address) {
        var now = clock.instant();
        var count = counts.get(key(user, address));
        boolean fresh = count == null || count.last.plus(MEMORY).isBefore(now);
        counts.put(key(user, address), new Count(fresh ? 1 : count.failures + 1, now));
    }

    /** Forgets the failures; true when the last success is long ago, so that a program is logged once and not with every request. */
    synchronized boolean succeeded(String user, String address) {
        var now = clock.instant();
        var count = counts.put(key(user, address), new Count(0, now));
        return count == null || count.failures > 0 || count.last.plus(MEMORY).isBefore(now);
    }

    private static String key(String user, String address) {
        return address + ' ' + (user.length() > 200 ? user.substring(0, 200) : user);
    }
}
