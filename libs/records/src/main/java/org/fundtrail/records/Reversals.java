package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.Account;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Sealer;

/**
 * Undoes what a record did, once a second person has said so: by an entry of today that points back to the one it undoes, so that nothing is
 * different as of any day before. What something is built on stays.
 */
@ApplicationScoped
public class Reversals {
    private final AgroalDataSource database;
    private final Instance<RecordKind> kinds;
    private final Sealer sealer;

    Reversals(AgroalDataSource database, Instance<RecordKind> kinds, Sealer sealer) {
        this.database = database;
        this.kinds = kinds;
        this.sealer = sealer;
    }

    /** Refuses to reverse what records are built on that count or wait, of whichever kind: they are named. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void mustBearNothing(Recorded record) {
        var built = kinds.stream()
                .map(RecordKind::builtOn)
                .filter(Objects::nonNull)
                .sorted(Comparator.naturalOrder())
                .map(select -> "SELECT reference FROM (" + select + ") b WHERE b.built_on = ?")
                .toList();
        if (built.isEmpty()) {
            return;
        }
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        built.stream().collect(Collectors.joining("\nUNION ALL\n")) + " ORDER BY reference LIMIT 10")) {
            for (int i = 1; i <= built.size(); i++) {
                select.setObject(i, record.id());
            }
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
        if (!found.isEmpty()) {
            throw Refusal.of(JournalRule.REVERSAL_BUILT_ON, "records", String.join(", ", found));
        }
    }

    /**
     * Lets a change undo the last entry about the record that did this: it counts from today and says which entry that was.
     *
     * @param past as entries call what was done: {@code approved}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Change of(Change change, Recorded record, String past) {
        return change.reversing(last(record, record.subject().type() + "." + past));
    }

    /** The same, and moves exactly what that entry moved, the other way; what of it is not there any more cannot be taken back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Change mirrored(Change change, Recorded record, String past) {
        var undone = last(record, record.subject().type() + "." + past);
        move(change, undone.id());
        return change.reversing(undone);
    }

    private Change.Place last(Recorded record, String action) {
        var found = find(record.id(), action);
        if (found == null) {
            sealer.await(); // it was committed before, and is about to get its place
            found = find(record.id(), action);
        }
        if (found == null) {
            throw new IllegalStateException("No entry " + action + " of " + record.id() + " has its place");
        }
        return found;
    }

    private Change.Place find(UUID record, String action) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT position, entry_id FROM journal.leaf WHERE log_id = 1 AND subject_id = ? AND action = ?
                        ORDER BY position DESC LIMIT 1""")) {
            select.setObject(1, record);
            select.setString(2, action);
            try (var row = select.executeQuery()) {
                return row.next() ? new Change.Place(row.getLong(1), row.getObject(2, UUID.class)) : null;
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private void move(Change change, UUID entry) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT p.amount, p.currency, d.kind, d.owner, d.party, d.currency, d.floor, c.kind, c.owner, c.party, c.currency, c.floor
                        FROM journal.posting p
                        JOIN journal.account d ON d.log_id = p.log_id AND d.id = p.debit
                        JOIN journal.account c ON c.log_id = p.log_id AND c.id = p.credit
                        WHERE p.log_id = 1 AND p.entry_id = ? ORDER BY p.line""")) {
            select.setObject(1, entry);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var amount = new Money(row.getBigDecimal(1), row.getString(2));
                    change.moving(amount, account(row, 8), account(row, 3));
                }
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static Account account(ResultSet row, int column) throws SQLException {
        return new Account(
                row.getString(column),
                row.getObject(column + 1, UUID.class),
                row.getObject(column + 2, UUID.class),
                row.getString(column + 3),
                row.getBigDecimal(column + 4),
                JournalRule.REVERSAL_OF_USED_MONEY,
                null);
    }
}
