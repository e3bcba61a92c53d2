package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import org.fundtrail.journal.JournalFailure;

/** Removes what is no part of the books: drafts, views. */
final class Deletion {
    private Deletion() {}

    static void of(AgroalDataSource database, String sql, Object... values) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                delete.setObject(n + 1, values[n]);
            }
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
