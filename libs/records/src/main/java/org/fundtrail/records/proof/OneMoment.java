package org.fundtrail.records.proof;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that changes nothing and sees one moment, however long it takes. */
final class OneMoment {
    private OneMoment() {}

    static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            statement.execute("SET LOCAL statement_timeout = 0");
        }
    }

    static void end(Connection connection) throws SQLException {
        connection.rollback(); // nothing was changed
        connection.setAutoCommit(true);
    }
}
