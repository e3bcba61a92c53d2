package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Subject;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Documented;
import org.fundtrail.journal.History;
import org.fundtrail.journal.History.Kept;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Sealer;
import org.fundtrail.journal.Tree;
import org.fundtrail.journal.Writer;

/**
 * Stretches of the record between which it does not go on from what was signed, such as after a restore of an older state. The first one
 * begins with the record; each further one with an entry that says why, from what it does not go on, and from what it does.
 */
@ApplicationScoped
class Epochs {
    private final AgroalDataSource database;
    private final SystemWork work;
    private final Journal journal;
    private final Sealer sealer;
    private final Tree tree;

    Epochs(AgroalDataSource database, SystemWork work, Journal journal, Sealer sealer, Tree tree) {
        this.database = database;
        this.work = work;
        this.journal = journal;
        this.sealer = sealer;
        this.tree = tree;
    }

    private record Epoch(UUID id, long number, String reason, Kept kept, long size, byte[] root) implements Documented {
        @Override
        public Subject subject() {
            return new Subject("log", id, String.valueOf(number));
        }

        @Override
        public Map<String, Object> facts() {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("epoch", number);
            facts.put("reason", reason);
            facts.put("keptSize", kept == null ? null : kept.size());
            facts.put("keptRoot", kept == null ? null : Base64.getEncoder().encodeToString(kept.root()));
            facts.put("size", size);
            facts.put("root", Base64.getEncoder().encodeToString(root));
            return facts;
        }
    }

    /** Whether one was begun in spite of this, by an entry that is in the log. */
    boolean isBegun(String inSpiteOf) {
        return count(
                        "actor = ? AND client = ? AND idempotency_key = ?"
                                + " AND EXISTS (SELECT FROM journal.leaf l WHERE l.log_id = e.log_id AND l.entry_id = e.id)",
                        Writer.SYSTEM,
                        LogSigning.CLIENT,
                        LogSigning.INSTITUTION + "/epoch/" + inSpiteOf)
                > 0;
    }

    /** Begins a new one, once. */
    void begin(String inSpiteOf, String reason, Kept kept) {
        sealer.seal();
        work.once(LogSigning.CLIENT, LogSigning.INSTITUTION, "epoch/" + inSpiteOf, by -> {
            long size = tree.size();
            long number = 2 + count("action = ?", History.EPOCH_BEGUN);
            var epoch = new Epoch(
                    UUID.randomUUID(), number, reason, kept, size, tree.read().root(size));
            journal.write(Change.of(epoch, Role.SYSTEM, History.EPOCH_BEGUN, by, Map.of())
                    .because(reason));
        });
        sealer.seal();
    }

    private long count(String where, Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT count(*) FROM journal.entry e WHERE log_id = 1 AND " + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
