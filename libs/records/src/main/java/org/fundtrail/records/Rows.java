package org.fundtrail.records;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a question to the database is answered with. */
public final class Rows {
    private Rows() {}

    /** Of a question for ids and a text of each: the texts by the ids. */
    public static Map<UUID, String> byId(PreparedStatement question) throws SQLException {
        var found = new HashMap<UUID, String>();
        try (var row = question.executeQuery()) {
            while (row.next()) {
                found.put(row.getObject(1, UUID.class), row.getString(2));
            }
        }
        return found;
    }
}
