package org.fundtrail.journal;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.fundtrail.common.Explanation;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/** Whether a failure is one of the database below us, which is nobody's mistake and passes. */
@Singleton
class Outage implements Explanation {
    private static final String DATABASE = "database";
    private static final String DISK_FULL = "53100";

    @Override
    public Refusal of(Throwable failure) {
        var state = state(failure);
        if (state.isEmpty()) {
            return null;
        }
        return state.get().equals(DISK_FULL)
                ? Refusal.of(InputRule.STORAGE_FULL, "service", DATABASE)
                : isLost(state.get()) ? Refusal.of(InputRule.UNAVAILABLE, "service", DATABASE) : null;
    }

    /** What to say when the answer to a commit was lost; null where the database has said no. */
    static Refusal ofCommit(Throwable failure) {
        var state = state(failure);
        return state.isPresent() && !isLost(state.get())
                ? null
                : Refusal.of(InputRule.OUTCOME_UNKNOWN, "service", DATABASE);
    }

    /** No connection, no more of them, or a server that shuts down or starts. */
    private static boolean isLost(String state) {
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    /** The SQL state in a failure or in what it keeps, empty text where the driver or the pool gave none. */
    private static Optional<String> state(Throwable failure) {
        return state(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Optional<String> state(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return Optional.empty();
        }
        if (failure instanceof SQLException sql) {
            return Optional.of(sql.getSQLState() == null ? "" : sql.getSQLState());
        }
        for (var kept : failure.getSuppressed()) {
            var state = state(kept, seen);
            if (state.isPresent()) {
                return state;
            }
        }
        return state(failure.getCause(), seen);
    }
}
