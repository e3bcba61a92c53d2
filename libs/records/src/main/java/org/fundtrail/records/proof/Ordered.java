package org.fundtrail.records.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows in an order, read as they are asked for, of which the next can be looked at before it is taken. */
final class Ordered<T> implements AutoCloseable {
    /** So many rows come over at once. */
    private static final int AT_ONCE = 500;

    interface Read<T> {
        T row(ResultSet row) throws SQLException;
    }

    private final PreparedStatement select;
    private final ResultSet rows;
    private final Read<T> read;
    private T next;

    /** The connection must be within a transaction, or all rows would come at once. */
    Ordered(Connection connection, String sql, Read<T> read, Object... values) throws SQLException {
        select = connection.prepareStatement(sql);
        select.setFetchSize(AT_ONCE);
        for (int i = 0; i < values.length; i++) {
            select.setObject(i + 1, values[i]);
        }
        rows = select.executeQuery();
        this.read = read;
        forward();
    }

    private void forward() throws SQLException {
        next = rows.next() ? read.row(rows) : null;
    }

    /** The next row, or null behind the last. */
    T peek() {
        return next;
    }

    T take() throws SQLException {
        var taken = next;
        forward();
        return taken;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        select.close();
    }
}
