package org.fundtrail.journal;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/**
 * Reads the books as they were when so many entries were recorded, all of it at one moment. Asked again for the same number, whenever that
 * is, the same is found.
 */
@ApplicationScoped
public class Moments {

    /**
     * What is read from.
     *
     * @param recorded how many entries: those with a smaller position. For a reader of one institution it is one more than the position
     *     of the newest entry they may see, so that nobody learns how much another institution records
     * @param scope the institution whose accounts and records are read, or null for all
     */
    public record Moment(long recorded, String scope) {}

    private final AgroalDataSource database;
    private final Sealer sealer;

    Moments(AgroalDataSource database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /**
     * Reads at a moment.
     *
     * @param recorded how many entries, as text of a query; now where none is given
     * @param field how the query calls it
     */
    public <T> T read(Caller reader, String recorded, String field, Function<Moment, T> reading) {
        var wanted = number(recorded, field);
        sealer.await();
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                }
                long now = recorded(connection, reader.scope());
                if (wanted != null && wanted > now) {
                    throw Refusal.ofField(JournalRule.NOT_YET_RECORDED, field, "recorded", String.valueOf(now));
                }
                return reading.apply(new Moment(wanted == null ? now : wanted, reader.scope()));
            } catch (SQLException e) {
                throw new JournalFailure(e);
            }
        });
    }

    private static Long number(String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var number = Long.valueOf(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.ofField(InputRule.MALFORMED_VALUE, field, "expected", "give a number of entries, like 42");
    }

    private static long recorded(Connection connection, String scope) throws SQLException {
        try (var select = connection.prepareStatement(
                scope == null
                        ? "SELECT size FROM journal.log_head WHERE log_id = 1"
                        : "SELECT coalesce(max(position) + 1, 0) FROM journal.leaf WHERE log_id = 1 AND institution = ?")) {
            if (scope != null) {
                select.setObject(1, scope, Types.VARCHAR);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
