package org.fundtrail.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fundtrail.common.FindingProblem;
import org.fundtrail.journal.VerifierKey;

/** Holds what is kept of the tree, its complete subtrees, checkpoints and keys, against the tree over the leaves as they are walked. */
final class KeptTree {
    private static final String SUBTREE = "journal.subtree";
    private static final String CHECKPOINT = "journal.checkpoint";
    private static final String KEY = "journal.log_key";
    private static final String INTRODUCED = "log-key.introduced";
    /** Of so many levels one is kept. */
    private static final int LEVELS = 8;

    private record Subtree(int height, long n, byte[] hash) {
        /** How many leaves there are once it is complete. */
        long end() {
            return n + 1 << height;
        }
    }

    private record Checkpoint(long size, byte[] root, String note, byte[] keyId) {
        static Checkpoint of(ResultSet row) throws SQLException {
            return new Checkpoint(row.getLong(1), row.getBytes(2), row.getString(3), row.getBytes(4));
        }
    }

    private record Key(VerifierKey verifier, String keyId, JsonNode row) {}

    private final Findings findings;
    private final GrowingTree tree = new GrowingTree();
    private final Ordered<Subtree> subtrees;
    private final Ordered<Checkpoint> checkpoints;
    private final TreeMap<Long, Key> keys = new TreeMap<>();
    private final Map<String, JsonNode> introduced = new HashMap<>();

    KeptTree(Connection connection, Findings findings) throws SQLException {
        this.findings = findings;
        subtrees = new Ordered<>(
                connection,
                "SELECT height, n, hash FROM journal.subtree WHERE log_id = 1 ORDER BY (n + 1) << height::int, height",
                row -> new Subtree(row.getInt(1), row.getLong(2), row.getBytes(3)));
        checkpoints = new Ordered<>(
                connection,
                "SELECT size, root, note, key_id FROM journal.checkpoint WHERE log_id = 1 ORDER BY size",
                Checkpoint::of);
        try (var rows = new Ordered<>(
                connection,
                "SELECT first_size, name, public_key, encode(key_id, 'hex'), to_jsonb(k) FROM journal.log_key k WHERE log_id = 1",
                row -> Map.entry(
                        row.getLong(1),
                        new Key(
                                new VerifierKey(row.getString(2), row.getBytes(3)),
                                row.getString(4),
                                Said.row(row.getString(5)))))) {
            while (rows.peek() != null) {
                var key = rows.take();
                keys.put(key.getKey(), key.getValue());
            }
        }
    }

    long size() {
        return tree.size();
    }

    GrowingTree grown() {
        return tree;
    }

    /** Takes in an entry that says which key came into use. */
    void introduced(Long position, JsonNode body) {
        if (body.path("action").asText().equals(INTRODUCED)) {
            var facts = new HashMap<String, JsonNode>();
            body.path("changes")
                    .forEach(change -> facts.put(change.path("field").asText(), change.path("after")));
            var id = facts.containsKey("keyId") ? facts.get("keyId").asText() : "";
            var key =
                    keys.values().stream().filter(one -> one.keyId().equals(id)).findFirst();
            introduced.put(id, body);
            if (key.isEmpty()) {
                findings.add(KEY, id, null, position, FindingProblem.MISSING, id, null);
                return;
            }
            var its = key.get();
            same(id, "name", position, facts.get("name"), its.verifier().name());
            same(
                    id,
                    "public_key",
                    position,
                    facts.get("publicKey"),
                    base64(its.verifier().bytes()));
            same(
                    id,
                    "first_size",
                    position,
                    facts.get("firstSize"),
                    its.row().path("first_size").asText());
        }
    }

    private void same(String id, String field, Long position, JsonNode said, String held) {
        findings.compare(KEY, id, field, position, said == null ? null : said.asText(), held);
    }

    void append(byte[] leafHash) throws SQLException {
        tree.append(leafHash, this::complete);
        while (checkpoints.peek() != null && checkpoints.peek().size() <= tree.size()) {
            check(checkpoints.take());
        }
    }

    private void complete(int height, long n, byte[] hash) throws SQLException {
        if (height % LEVELS != 0) {
            return;
        }
        var kept = subtrees.peek();
        var id = height + "," + n;
        if (kept == null || kept.height() != height || kept.n() != n) {
            findings.add(SUBTREE, id, null, null, FindingProblem.MISSING, hex(hash), null);
            return;
        }
        subtrees.take();
        if (!Arrays.equals(kept.hash(), hash)) {
            findings.add(SUBTREE, id, "hash", null, FindingProblem.ROOT, hex(hash), hex(kept.hash()));
        }
    }

    private void check(Checkpoint signed) {
        var id = String.valueOf(signed.size());
        if (signed.size() != tree.size() || !Arrays.equals(signed.root(), tree.root())) {
            findings.add(
                    CHECKPOINT,
                    id,
                    "root",
                    tree.size() - 1,
                    FindingProblem.ROOT,
                    base64(tree.root()),
                    base64(signed.root()));
        }
        var key = keys.floorEntry(signed.size());
        if (key == null) {
            findings.add(CHECKPOINT, id, "key_id", null, FindingProblem.SIGNATURE, null, hex(signed.keyId()));
            return;
        }
        findings.compare(CHECKPOINT, id, "key_id", null, key.getValue().keyId(), hex(signed.keyId()));
        var verifier = key.getValue().verifier();
        var text = verifier.name() + "\n" + signed.size() + "\n" + base64(tree.root()) + "\n\n";
        if (!isNote(signed.note(), text, verifier.name()) || !verifier.hasSigned(signed.note())) {
            findings.add(CHECKPOINT, id, "note", null, FindingProblem.SIGNATURE, text, signed.note());
        }
    }

    /** Nothing but the text and one signature: what is kept has no other. */
    private static boolean isNote(String note, String text, String name) {
        return note.startsWith(text)
                && note.substring(text.length()).matches("— " + Pattern.quote(name) + " [A-Za-z0-9+/=]+\n");
    }

    /** There are no more leaves. */
    void end() throws SQLException {
        while (checkpoints.peek() != null) {
            var beyond = checkpoints.take();
            findings.add(CHECKPOINT, beyond.size(), "size", null, FindingProblem.CUT_OFF, tree.size(), beyond.size());
        }
        while (subtrees.peek() != null) {
            var beyond = subtrees.take();
            findings.add(
                    SUBTREE,
                    beyond.height() + "," + beyond.n(),
                    null,
                    null,
                    FindingProblem.UNSAID,
                    null,
                    hex(beyond.hash()));
        }
        checkpoints.close();
        subtrees.close();
    }

    /** All entries were walked. */
    void keysEnd() {
        keys.values().stream()
                .filter(key -> !introduced.containsKey(key.keyId()))
                .forEach(key -> findings.add(KEY, key.keyId(), null, null, FindingProblem.UNSAID, null, key.keyId()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
