package org.fundtrail.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Time;

/**
 * Whoever changes something, under the key that makes it happen once, at the one instant that record and entry share.
 *
 * @param caller who it is
 * @param key the idempotency key, which is the caller's own
 * @param at when, to the microsecond
 */
public record Writer(Caller caller, String key, Instant at) {
    /** Clocks, imports and followers of the other service. */
    public static final UUID SYSTEM = UUID.fromString("00000000-0000-7000-8000-000000000001");

    /**
     * The system itself, for work that nobody asked for.
     *
     * @param client what of it: {@code clock}, {@code import}
     * @param institution whose records it works on
     */
    public static Writer system(String client, String institution, String key, Instant at) {
        return new Writer(new Caller(SYSTEM, "Fundtrail", Set.of(Role.SYSTEM), institution, client), key, at);
    }

    public UUID id() {
        return caller.id();
    }

    public String institution() {
        return caller.institution();
    }

    /** The day on which it is written, in Vilnius. */
    public LocalDate today() {
        return LocalDate.ofInstant(at, Time.VILNIUS);
    }
}
