package org.fundtrail.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.fundtrail.common.FindingProblem;

/** Holds the accounts against the entries that open them, some hundred at a time. */
final class OpenedAccounts {
    private static final int AT_ONCE = 500;

    private record Opened(Long position, Map<String, JsonNode> said) {}

    private final Connection connection;
    private final Findings findings;
    private final Map<String, Opened> opened = new HashMap<>();

    OpenedAccounts(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    void opened(Long position, JsonNode body) throws SQLException {
        for (var one : body.path("opens")) {
            opened.put(one.path("code").asText(), new Opened(position, EntryFacts.ofAccount(body, one)));
        }
        if (opened.size() >= AT_ONCE) {
            end();
        }
    }

    /** Compares those that are left. */
    void end() throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT code, to_jsonb(a) - 'id' FROM journal.account a WHERE log_id = 1 AND code = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", opened.keySet().toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var code = row.getString(1);
                    var its = opened.remove(code);
                    if (its == null) { // once more
                        findings.add("journal.account", code, null, null, FindingProblem.UNSAID, null, code);
                        continue;
                    }
                    Said.row(row.getString(2)).properties().forEach(held -> {
                        if (!Said.same(its.said().get(held.getKey()), held.getValue())) {
                            findings.add(
                                    "journal.account",
                                    code,
                                    held.getKey(),
                                    its.position(),
                                    FindingProblem.DIFFERENT,
                                    Said.text(its.said().get(held.getKey())),
                                    Said.text(held.getValue()));
                        }
                    });
                }
            }
        }
        opened.forEach((code, its) ->
                findings.add("journal.account", code, null, its.position(), FindingProblem.MISSING, code, null));
        opened.clear();
    }
}
