package org.fundtrail.verifier;

import static org.fundtrail.verifier.SmallWorld.hex;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** Gives the entries of a small world their places, and signs checkpoints on the way. */
final class SmallLog {
    private static final String SIGNED = "2026-06-01T00:00:00.000001Z";

    private final SmallWorld world;

    SmallLog(SmallWorld world) {
        this.world = world;
    }

    void seal() {
        int size = world.bodies.size();
        var days = new TreeMap<String, long[]>();
        for (int i = 0; i < size; i++) {
            var entry = world.rows("journal.entry").get(i);
            var day = OffsetDateTime.parse((String) entry.get("recorded_at"))
                    .atZoneSameInstant(ZoneId.of("Europe/Vilnius"))
                    .toLocalDate()
                    .toString();
            days.putIfAbsent(day, new long[] {i, 0});
            days.get(day)[1] = i;
            var leaf = Row.from(entry, "log_id entry_id=id leaf_hash subject_id parent_id actor institution action");
            leaf.putAll(Row.of("position", (long) i, "recorded_on", day));
            world.rows("journal.leaf").add(leaf);
        }
        days.forEach((day, at) -> row("day", Row.of("day", day, "first_position", at[0], "last_position", at[1])));
        row("log_head", Row.of("size", (long) size, "sealed_at", SIGNED));
        for (int n = 0; 256 * (n + 1) <= size; n++) {
            var hash = hex(Plain.root(world.bodies.subList(256 * n, 256 * n + 256)));
            row("subtree", Row.of("height", 8L, "n", (long) n, "hash", hash));
        }
        for (int at = 1; at < size; at += 1 + size / 3) {
            checkpoint(at);
        }
        checkpoint(size);
    }

    private void row(String table, Map<String, Object> row) {
        row.put("log_id", 1L);
        world.rows("journal." + table).add(row);
    }

    private void checkpoint(int size) {
        var root = Plain.root(world.bodies.subList(0, size));
        var note = world.signer.checkpoint(size, root);
        var line = Row.of("size", (long) size, "keyId", world.signer.hexId(), "signedAt", SIGNED, "note", note);
        line.put("root", Signer.base64(root));
        world.checkpoints.add(line);
        var row = Row.of("size", (long) size, "root", hex(root), "note", note, "signed_at", SIGNED);
        row.put("key_id", "\\x" + world.signer.hexId());
        row("checkpoint", row);
    }
}
