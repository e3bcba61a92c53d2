package org.fundtrail.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fundtrail.common.FindingProblem;

/**
 * Holds those whom records name against the hashes in the entries that name them. All that were ever named are in memory: there are as many
 * as contractors, subcontractors, suppliers and owners.
 */
final class NamedIdentities {
    private static final String HASH = "sha256:";

    private static final class Named {
        Long position;
        String name;
        String identifier;
        JsonNode erasedAt;
    }

    private final Connection connection;
    private final Findings findings;
    private final Map<String, Named> named = new TreeMap<>();

    NamedIdentities(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** Takes in whom an entry names: {@code contractorId} with {@code contractor.name}, and whom a list names likewise. */
    void named(Long position, JsonNode body) {
        if (body.path("action").asText().equals("identity.erased")) {
            named.computeIfAbsent(body.path("subject").path("id").asText(), id -> new Named()).erasedAt =
                    body.path("recordedAt");
            return;
        }
        var facts = new HashMap<String, JsonNode>();
        for (var change : body.path("changes")) {
            facts.put(change.path("field").asText(), change.path("after"));
            if (change.path("after").isArray()) {
                change.path("after").forEach(item -> {
                    var within = new HashMap<String, JsonNode>();
                    item.properties().forEach(fact -> within.put(fact.getKey(), fact.getValue()));
                    named(position, within);
                });
            }
        }
        named(position, facts);
    }

    private void named(Long position, Map<String, JsonNode> facts) {
        facts.forEach((field, value) -> {
            if (field.endsWith("name") && value.asText().startsWith(HASH)) {
                var prefix = field.substring(0, field.length() - "name".length());
                var id = facts.get(prefix.isEmpty() ? "identityId" : prefix.substring(0, prefix.length() - 1) + "Id");
                if (id != null) {
                    var one = named.computeIfAbsent(id.asText(), i -> new Named());
                    one.position = position;
                    one.name = hash(value);
                    one.identifier = hash(facts.get(prefix + "identifier"));
                }
            }
        });
    }

    private static String hash(JsonNode fact) {
        return Said.isNothing(fact) ? null : "\\x" + fact.asText().substring(HASH.length());
    }

    void end() throws SQLException {
        try (var rows = new Ordered<>(connection, """
                SELECT to_jsonb(i) || jsonb_build_object(
                    'is_name', name_hash IS NOT DISTINCT FROM sha256(salt || '\\x01' || convert_to(name, 'UTF8')),
                    'is_identifier', identifier_hash IS NOT DISTINCT FROM sha256(salt || '\\x02' || convert_to(identifier, 'UTF8')),
                    'is_gone', num_nonnulls(salt, name, identifier) = 0)
                FROM journal.identity i ORDER BY id""", row -> Said.row(row.getString(1)))) {
            while (rows.peek() != null) {
                compare(rows.take());
            }
        }
        named.forEach((id, said) ->
                findings.add("journal.identity", id, null, said.position, FindingProblem.MISSING, said.name, null));
    }

    private void compare(JsonNode row) {
        var id = row.path("id").asText();
        var said = named.remove(id);
        if (said == null || said.name == null) {
            findings.add("journal.identity", id, null, null, FindingProblem.UNSAID, null, id);
            return;
        }
        findings.compare(
                "journal.identity", id, "name_hash", said.position, said.name, Said.text(row.get("name_hash")));
        findings.compare(
                "journal.identity",
                id,
                "identifier_hash",
                said.position,
                said.identifier,
                Said.text(row.get("identifier_hash")));
        if (!Said.same(said.erasedAt, row.get("erased_at"))) {
            findings.add(
                    "journal.identity",
                    id,
                    "erased_at",
                    said.position,
                    FindingProblem.DIFFERENT,
                    Said.text(said.erasedAt),
                    Said.text(row.get("erased_at")));
        }
        if (said.erasedAt != null ? !row.path("is_gone").asBoolean() : !isOfItsHashes(row)) {
            findings.add("journal.identity", id, wrong(said, row), said.position, FindingProblem.HASH, said.name, null);
        }
    }

    private static boolean isOfItsHashes(JsonNode row) {
        return row.path("is_name").asBoolean() && row.path("is_identifier").asBoolean();
    }

    /** The value that is not of its hash; null where both are not, because of the salt. */
    private static String wrong(Named said, JsonNode row) {
        if (said.erasedAt != null
                || row.path("is_name").asBoolean() == row.path("is_identifier").asBoolean()) {
            return null;
        }
        return row.path("is_name").asBoolean() ? "identifier" : "name";
    }
}
