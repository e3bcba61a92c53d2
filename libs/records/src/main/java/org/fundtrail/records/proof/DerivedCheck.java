package org.fundtrail.records.proof;

import java.sql.Connection;
import java.sql.SQLException;

/** Holds rows that follow from those of other tables against them. */
final class DerivedCheck {
    private final Connection connection;
    private final ProvedTables tables;
    private final Findings findings;

    DerivedCheck(Connection connection, ProvedTables tables, Findings findings) {
        this.connection = connection;
        this.tables = tables;
        this.findings = findings;
    }

    void run() throws SQLException {
        for (var table : tables.as(ProvedTables.As.DERIVED)) {
            var key = String.join(", ", table.key());
            Differences.find(
                    connection,
                    "WITH said AS (" + table.query() + "), kept AS (SELECT * FROM " + table.full() + ")"
                            + " SELECT to_jsonb(said), to_jsonb(kept) FROM said FULL JOIN kept USING (" + key + ")"
                            + " WHERE to_jsonb(said) IS DISTINCT FROM to_jsonb(kept)",
                    table.full(),
                    table.key(),
                    findings);
        }
    }
}
