package org.fundtrail.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.fundtrail.common.FindingProblem;

/** Rows that differ from what they have to be, as a query finds them: two columns of JSON, of which one may be null. */
final class Differences {
    private Differences() {}

    static void find(Connection connection, String sql, String table, List<String> key, Findings findings)
            throws SQLException {
        try (var rows = new Ordered<>(connection, sql, row -> new String[] {row.getString(1), row.getString(2)})) {
            while (rows.peek() != null) {
                var both = rows.take();
                found(
                        table,
                        key,
                        both[0] == null ? null : Said.row(both[0]),
                        both[1] == null ? null : Said.row(both[1]),
                        findings);
            }
        }
    }

    private static void found(String table, List<String> key, JsonNode said, JsonNode kept, Findings findings) {
        var its = said == null ? kept : said;
        var record = key.stream().map(column -> its.path(column).asText()).collect(Collectors.joining(","));
        if (kept == null) {
            findings.add(table, record, null, null, FindingProblem.MISSING, said, null);
        } else if (said == null) {
            findings.add(table, record, null, null, FindingProblem.UNSAID, null, kept);
        } else {
            said.properties().forEach(column -> {
                var held = kept.path(column.getKey());
                if (!Said.same(column.getValue(), held)) {
                    findings.add(
                            table,
                            record,
                            column.getKey(),
                            null,
                            FindingProblem.DIFFERENT,
                            Said.text(column.getValue()),
                            Said.text(held));
                }
            });
        }
    }
}
