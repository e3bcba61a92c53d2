package org.fundtrail.verifier;

import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of a log, each with the first size that it signs; it signs until the next one does. */
final class Keys {
    private static final long LARGEST = 1_000_000;

    private final TreeMap<Long, VerifierKey> bySize = new TreeMap<>();

    private Keys() {}

    static Keys read(Source files, String origin, Report report) throws IOException, Unreadable {
        var keys = new Keys();
        for (var said :
                Tables.maps(Json.object(files.bytes("keys.json", LARGEST)).get("items"))) {
            var key = VerifierKey.of(Tables.text(said, "name"), Base64s.hash(Tables.text(said, "publicKey")));
            var text = Tables.text(said, "verifierKey");
            if (!key.text().equals(text)
                    || !key.id().equals(said.get("keyId"))
                    || !key.name().equals(origin)) {
                report.found(Problem.KEY_DIFFERS, "key", text);
            }
            if (!(said.get("firstSize") instanceof Long size) || keys.bySize.put(size, key) != null) {
                report.found(Problem.KEY_DIFFERS, "key", text);
            }
        }
        return keys;
    }

    /** The one that signs a size, or null. */
    VerifierKey of(long size) {
        var key = bySize.floorEntry(size);
        return key == null ? null : key.getValue();
    }

    /** Holds the keys against the entries that introduced them, and says which rows there are of them. */
    void introduced(Map<String, Body> entries, Report report, Expected expected) {
        var left = new LinkedHashMap<>(entries);
        bySize.forEach((size, key) -> {
            var entry = left.remove(key.id());
            if (entry == null) {
                report.found(Problem.KEY_NOT_INTRODUCED, "key", key.text());
                return;
            }
            var facts = new HashMap<String, Object>();
            entry.changes.forEach(change -> facts.put(change.field(), change.after()));
            if (!key.name().equals(facts.get("name"))
                    || !isPublicKey(key, facts.get("publicKey"))
                    || !Cells.same(facts.get("firstSize"), size)) {
                report.found(Problem.KEY_DIFFERS, "key", key.text(), "entry", entry.place());
            }
            var row = new LinkedHashMap<String, Object>();
            row.put("log_id", 1L);
            row.put("key_id", "\\x" + key.id());
            row.put("name", key.name());
            row.put("public_key", Subtrees.hex(key.publicKey()));
            row.put("first_size", size);
            expected.row("journal.log_key", "\\x" + key.id(), entry.place(), row);
        });
        left.forEach((id, entry) -> report.found(Problem.KEY_MISSING, "key", id, "entry", entry.place()));
    }

    /** Entries say its bytes as Base64 or as hex digits. */
    private static boolean isPublicKey(VerifierKey key, Object said) {
        return List.of(Base64s.write(key.publicKey()), HexFormat.of().formatHex(key.publicKey()))
                .contains(String.valueOf(said));
    }
}
