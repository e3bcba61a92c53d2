package org.fundtrail.records;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/** The database was lost: before a commit that is known to Constraints, while it commits nobody knows what became of it. */
final class Outage {
    private static final String DATABASE = "database";

    private Outage() {}

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

    /** The SQL state in a failure, empty text where the driver or the pool gave none. */
    private static Optional<String> state(Throwable failure) {
        return Optional.ofNullable(sql(failure)).map(sql -> sql.getSQLState() == null ? "" : sql.getSQLState());
    }

    /** What the database said, in the causes of a failure or, where it said it to a commit, in what they keep; null for nothing. */
    static SQLException sql(Throwable failure) {
        return sql(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static SQLException sql(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return null;
        }
        if (failure instanceof SQLException said) {
            return said;
        }
        for (var kept : failure.getSuppressed()) {
            var said = sql(kept, seen);
            if (said != null) {
                return said;
            }
        }
        return sql(failure.getCause(), seen);
    }
}
