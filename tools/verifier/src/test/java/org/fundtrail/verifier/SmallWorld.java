package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.journal.CanonicalJson;

/**
 * A small service and its database, as rows in memory. Rows are written beside the entries, as a database would have them, and not as the
 * verifier works them out of the entries.
 */
final class SmallWorld {
    static final String JOURNAL =
            "account balance turnover entry posting leaf day subtree checkpoint log_key log_head version step duty"
                    + " identity";

    final Signer signer;
    final List<byte[]> bodies = new ArrayList<>();
    final Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
    final Map<String, Map<String, Object>> proofs = new TreeMap<>();
    final List<Map<String, Object>> checkpoints = new ArrayList<>();
    final SmallMoney money = new SmallMoney(this);
    private final Map<Object, TreeMap<String, Object>> facts = new TreeMap<>();

    /** One with so many things in it. */
    SmallWorld(int things) {
        signer = new Signer("example.org/things");
        for (var table : JOURNAL.split(" ")) {
            table("journal." + table, Map.of("as", "journal"));
        }
        table("journal.person", Map.of("as", "none", "why", "Names of people are kept apart"));
        introduceKey();
        new Things(this).record(things);
        money.balances();
        new SmallLog(this).seal();
    }

    /** The same once more, to be altered. */
    SmallWorld(SmallWorld other) {
        signer = other.signer;
        bodies.addAll(other.bodies);
        proofs.putAll(other.proofs);
        checkpoints.addAll(other.checkpoints);
        other.tables.forEach((name, rows) -> tables.put(
                name, new ArrayList<>(rows.stream().map(LinkedHashMap::new).toList())));
    }

    void table(String name, Map<String, Object> proof) {
        tables.put(name, new ArrayList<>());
        proofs.put(name, proof);
    }

    List<Map<String, Object>> rows(String table) {
        return tables.get(table);
    }

    static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(UTF_8)).toString();
    }

    /** A moment; they begin shortly before midnight of a New Year in Vilnius. */
    static String at(int minute) {
        return Instant.parse("2025-12-31T21:58:00.000001Z")
                .plusSeconds(60L * minute)
                .toString();
    }

    /** As a row shows a moment. */
    static Object shown(Object moment) {
        return moment.toString().replace("Z", "+00:00");
    }

    static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    static Map<String, Object> change(String field, Object before, Object after) {
        return Row.of("field", field, "before", before, "after", after);
    }

    private void introduceKey() {
        var changes = List.of(
                change("name", null, signer.name()),
                change("keyId", null, signer.hexId()),
                change("publicKey", null, Signer.base64(signer.publicKey())),
                change("firstSize", null, 0L));
        var key = Row.of("type", "log-key", "id", id("key"), "reference", signer.hexId());
        entry(Row.of("action", "log-key.introduced", "role", "system", "subject", key, "changes", changes), 0);
        var row = Row.of("log_id", 1L, "key_id", "\\x" + signer.hexId(), "name", signer.name());
        row.putAll(Row.of("public_key", hex(signer.publicKey()), "first_size", 0L));
        rows("journal.log_key").add(row);
    }

    /** Writes an entry and all rows that go with it. */
    Map<String, Object> entry(Map<String, Object> said, int minute) {
        var n = String.valueOf(bodies.size());
        var body = Row.of("log", 1L, "id", id("entry" + n), "client", "test", "idempotencyKey", "key-" + n, "line", 1L);
        body.putAll(Row.of("institution", "XX-1", "parent", null, "about", Map.of(), "reason", null, "step", null));
        body.putAll(Row.of(
                "postings",
                List.of(),
                "recordedAt",
                at(minute),
                "effectiveDate",
                at(minute).substring(0, 10)));
        body.putAll(said);
        body.put("actor", id((String) body.get("role")));
        body.put("statedDate", body.get("effectiveDate"));
        body.put("opens", money.opens(body));
        bodies.add(CanonicalJson.bytes(body));
        rowsOf(body);
        return body;
    }

    private void rowsOf(Map<String, Object> body) {
        var row = Row.from(body, """
            log_id=log id actor client idempotency_key=idempotencyKey line institution role action reason reverses
            subject_type=subject.type subject_id=subject.id subject_reference=subject.reference
            parent_type=parent.type parent_id=parent.id parent_reference=parent.reference
            effective_date=effectiveDate stated_date=statedDate\
            """);
        row.put("recorded_at", shown(body.get("recordedAt")));
        row.put("leaf_hash", hex(Plain.hash(0, bodies.get(bodies.size() - 1))));
        rows("journal.entry").add(row);
        if (body.get("step") != null) {
            step(body);
            version(body);
        }
    }

    private void step(Map<String, Object> body) {
        var step = Row.from(
                body, "record=subject.id n=step.n round=step.round step=step.step person=actor duty=step.duty reason");
        step.put("at", shown(body.get("recordedAt")));
        rows("journal.step").add(step);
        rows("journal.duty").add(Row.from(body, "record=subject.id person=actor duty=step.duty"));
    }

    private void version(Map<String, Object> body) {
        var version = Row.from(body, "log_id=log entry_id=id type=subject.type record_id=subject.id institution");
        var said = facts.computeIfAbsent(version.get("record_id"), id -> new TreeMap<>());
        for (var change : (List<?>) body.get("changes")) {
            said.put((String) ((Map<?, ?>) change).get("field"), ((Map<?, ?>) change).get("after"));
        }
        version.put("facts", CanonicalJson.text(said));
        rows("journal.version").add(version);
    }

    static BigDecimal amount(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
