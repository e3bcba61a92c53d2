package org.fundtrail.records.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks a whole database against what its entries say, and the entries against the tree and its signed checkpoints. It runs on a given
 * connection, within one transaction that sees one moment; rows are streamed, so that it takes no more memory for ten million of them.
 */
public final class RecordCheck {
    /** What can be looked at for itself. */
    public enum Part {
        /** Entries, their order, the tree and what belongs to an entry. */
        LOG,
        /** Balances and turnovers. */
        MONEY,
        /** Every row of every record. */
        RECORDS,
        /** Rows that follow from those of other tables. */
        DERIVED
    }

    /**
     * What was looked at.
     *
     * @param size how many entries have their place
     * @param root over them
     */
    public record Checked(long size, byte[] root) {}

    private final ProvedTables tables;

    public RecordCheck(ProvedTables tables) {
        this.tables = tables;
    }

    public Checked run(Connection connection, Findings findings, Progress progress) throws SQLException {
        return run(connection, EnumSet.allOf(Part.class), table -> true, findings, progress);
    }

    /**
     * The same of some parts, and of some tables of records; of the log there is nothing to answer without the part that walks it.
     */
    Checked run(
            Connection connection,
            Set<Part> parts,
            Predicate<ProvedTables.Table> looked,
            Findings findings,
            Progress progress)
            throws SQLException {
        Checked checked = null;
        if (parts.contains(Part.LOG)) {
            var log = new LogCheck(connection, findings, progress);
            log.run();
            checked = new Checked(log.tree().size(), log.tree().root());
        }
        if (parts.contains(Part.MONEY)) {
            new MoneyCheck(connection, findings).run();
        }
        if (parts.contains(Part.RECORDS)) {
            try (var records = new RecordsCheck(connection, tables, looked, findings, progress)) {
                records.run();
            }
        }
        if (parts.contains(Part.DERIVED)) {
            new DerivedCheck(connection, tables, findings).run();
        }
        return checked;
    }
}
