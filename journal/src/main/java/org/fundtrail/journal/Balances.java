package org.fundtrail.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What stands on the accounts. Read in euro: the books are kept in one currency for now. */
@ApplicationScoped
public class Balances {

    /** Credits minus debits of an account. */
    public record Standing(UUID owner, UUID party, String kind, BigDecimal amount) {}

    /**
     * What stood on accounts as of a day, with all that is known now.
     *
     * @param recorded how many sealed entries this was read from
     */
    public record AsOf(long recorded, List<Standing> standings) {}

    private final AgroalDataSource database;

    Balances(AgroalDataSource database) {
        this.database = database;
    }

    /** By owner and kind, what stands there now, all parties together: kept sums, nothing is added up but them. */
    public Map<UUID, Map<String, BigDecimal>> of(Collection<UUID> owners) {
        var found = new HashMap<UUID, Map<String, BigDecimal>>();
        if (owners.isEmpty()) {
            return found;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT a.owner, a.kind, sum(b.credits - b.debits)
                        FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
                        WHERE a.log_id = ? AND a.owner = ANY (?)
                        GROUP BY a.owner, a.kind""")) {
            select.setShort(1, Journal.LOG);
            select.setArray(2, connection.createArrayOf("uuid", owners.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject(1, UUID.class), owner -> new HashMap<>())
                            .put(rows.getString(2), rows.getBigDecimal(3));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** By party, what stands now on the accounts of this kind that are kept for it, all owners together: kept sums. */
    public Map<UUID, BigDecimal> keptFor(Collection<UUID> parties, String kind) {
        var found = new HashMap<UUID, BigDecimal>();
        if (parties.isEmpty()) {
            return found;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT a.party, sum(b.credits - b.debits)
                        FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
                        WHERE a.log_id = ? AND a.party = ANY (?) AND a.kind = ?
                        GROUP BY a.party""")) {
            select.setShort(1, Journal.LOG);
            select.setArray(2, connection.createArrayOf("uuid", parties.toArray()));
            select.setString(3, kind);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), rows.getBigDecimal(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Today's kept sums less what is not sealed yet, so that the same sealed entries give the same answer again. */
    private static final String TODAY = """
            SELECT h.size, a.owner, a.party, a.kind, b.credits - b.debits - coalesce(u.amount, 0)
            FROM journal.log_head h
            LEFT JOIN journal.account a ON a.log_id = h.log_id AND a.kind = ANY (?)
            LEFT JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
            LEFT JOIN (
                SELECT side.account_id, sum(side.amount) AS amount
                FROM journal.pending q
                JOIN journal.posting p ON p.log_id = q.log_id AND p.entry_id = q.entry_id
                CROSS JOIN LATERAL (VALUES (p.debit, -p.amount), (p.credit, p.amount)) AS side (account_id, amount)
                GROUP BY side.account_id) u ON u.account_id = a.id
            WHERE h.log_id = ?
            """;

    /** Of an earlier day: the sealed postings up to it. */
    private static final String EARLIER = """
            SELECT h.size, a.owner, a.party, a.kind, coalesce(sum(side.amount), 0)
            FROM journal.log_head h
            LEFT JOIN journal.account a ON a.log_id = h.log_id AND a.kind = ANY (?)
            LEFT JOIN LATERAL (
                SELECT p.entry_id, p.effective_date, -p.amount AS amount FROM journal.posting p WHERE p.log_id = a.log_id AND p.debit = a.id
                UNION ALL
                SELECT p.entry_id, p.effective_date, p.amount FROM journal.posting p WHERE p.log_id = a.log_id AND p.credit = a.id) side
                ON side.effective_date <= ? AND NOT EXISTS (SELECT FROM journal.pending q WHERE q.log_id = h.log_id AND q.entry_id = side.entry_id)
            WHERE h.log_id = ?
            GROUP BY h.size, a.id, a.owner, a.party, a.kind
            """;

    /** What stood on the accounts of these kinds as of a day: one statement, so one moment. */
    public AsOf asOf(LocalDate day, LocalDate today, String... kinds) {
        boolean earlier = day.isBefore(today);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(earlier ? EARLIER : TODAY)) {
            int n = 1;
            select.setArray(n++, connection.createArrayOf("text", kinds));
            if (earlier) {
                select.setDate(n++, Date.valueOf(day));
            }
            select.setShort(n, Journal.LOG);
            long recorded = 0;
            var standings = new ArrayList<Standing>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    recorded = rows.getLong(1);
                    if (rows.getString(4) != null && rows.getBigDecimal(5).signum() != 0) {
                        standings.add(new Standing(
                                rows.getObject(2, UUID.class),
                                rows.getObject(3, UUID.class),
                                rows.getString(4),
                                rows.getBigDecimal(5)));
                    }
                }
            }
            return new AsOf(recorded, standings);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
