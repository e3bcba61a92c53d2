package org.fundtrail.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows down guessing: for one user from one address, from one address whatever the names, and in all. Only what was really tried is
 * counted, so that nobody can fill this memory faster than the limit in all lets them. Whoever signed in from there lately is held
 * back by their own failures alone, and a session by none.
 */
@Singleton
class Attempts {
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final Duration KNOWN = Duration.ofHours(12);
    private static final int KEPT = 50_000;

    private final InstantSource clock;
    private final int allowed;
    private final int allowedPerAddress;
    private final Bucket inAll;
    private final Cache<String, Bucket> ofUser =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(MEMORY).build();
    private final Cache<String, Bucket> ofAddress =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(MEMORY).build();
    /** When each success was last written to the security log. */
    private final Cache<String, Instant> successes =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KNOWN).build();

    Attempts(InstantSource clock, DoorConfig config) {
        this.clock = clock;
        this.allowed = config.attempts();
        this.allowedPerAddress = config.attemptsPerAddress();
        this.inAll = bucket(config.attemptsInAll(), Duration.ofMinutes(1));
    }

    private static Bucket bucket(int failures, Duration per) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(failures).refillGreedy(failures, per))
                .build();
    }

    /** One failure a minute once so many were allowed. */
    private Bucket ofUser(String pair) {
        return ofUser.get(pair, unknown -> bucket(allowed, Duration.ofMinutes(allowed)));
    }

    private Bucket ofAddress(String address) {
        return ofAddress.get(address, unknown -> bucket(allowedPerAddress, MEMORY));
    }

    /** How long this user at this address has to wait, zero when not at all. */
    Duration pause(String user, String address) {
        var own = ofUser.getIfPresent(pair(user, address));
        return own == null ? Duration.ZERO : wait(own);
    }

    /** How long everybody at this address has to wait who did not sign in from there lately. */
    Duration pauseOfOthers(String user, String address) {
        if (successes.getIfPresent(pair(user, address)) != null) {
            return Duration.ZERO;
        }
        var own = ofAddress.getIfPresent(address);
        var waits = own == null ? Duration.ZERO : wait(own);
        var all = wait(inAll);
        return waits.compareTo(all) > 0 ? waits : all;
    }

    private static Duration wait(Bucket bucket) {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    void failed(String user, String address) {
        var pair = pair(user, address);
        ofUser(pair).tryConsume(1);
        ofAddress(address).tryConsume(1);
        inAll.tryConsume(1);
        // the next success is worth a line
        successes.asMap().computeIfPresent(pair, (known, last) -> Instant.EPOCH);
    }

    /** True when the last success is long ago, so that a program is logged once and not with every request. */
    boolean succeeded(String user, String address) {
        var now = clock.instant();
        var last = successes.getIfPresent(pair(user, address));
        successes.put(pair(user, address), now);
        return last == null || last.plus(MEMORY).isBefore(now);
    }

    private static String pair(String user, String address) {
        return address + ' ' + (user.length() > 200 ? user.substring(0, 200) : user);
    }
}
