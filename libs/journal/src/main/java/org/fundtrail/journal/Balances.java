package org.fundtrail.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stands on the accounts. Read in euro: the books are kept in one currency for now. */
@ApplicationScoped
public class Balances {

    /** Credits minus debits of an account. */
    public record Balance(UUID owner, UUID party, String kind, BigDecimal amount) {}

    private final AgroalDataSource database;

    public Balances(AgroalDataSource database) {
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

    /** By kind and party, what stands now on the accounts of one owner: kept sums. */
    public Map<String, Map<UUID, BigDecimal>> of(UUID owner) {
        var found = new HashMap<String, Map<UUID, BigDecimal>>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT a.kind, a.party, b.credits - b.debits
                        FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
                        WHERE a.log_id = ? AND a.owner = ? AND a.party IS NOT NULL""")) {
            select.setShort(1, Journal.LOG);
            select.setObject(2, owner);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), kind -> new HashMap<>())
                            .put(rows.getObject(2, UUID.class), rows.getBigDecimal(3));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** By owner, what stands now on each of their accounts: kept sums. */
    public Map<UUID, List<Balance>> each(Collection<UUID> owners) {
        return each("owner", owners, Balance::owner);
    }

    /** By party, what stands now on each of the accounts that are kept for it, whoever owns them: kept sums. */
    public Map<UUID, List<Balance>> keptFor(Collection<UUID> parties) {
        return each("party", parties, Balance::party);
    }

    private Map<UUID, List<Balance>> each(String column, Collection<UUID> ids, Function<Balance, UUID> by) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT a.owner, a.party, a.kind, b.credits - b.debits
                        FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
                        WHERE a.log_id = ? AND a.%s = ANY (?)""".formatted(column))) {
            select.setShort(1, Journal.LOG);
            select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            return read(select).stream().collect(Collectors.groupingBy(by));
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static List<Balance> read(PreparedStatement select) throws SQLException {
        var balances = new ArrayList<Balance>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                balances.add(new Balance(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getBigDecimal(4)));
            }
        }
        return balances;
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

    /** What stands on the accounts, less the most that moved there after the day and until the end of some day. */
    private static final String LEAST = """
            WITH a AS (SELECT id FROM journal.account WHERE log_id = 1 AND owner = ? AND kind = ANY (?)),
            moved AS (
                SELECT p.effective_date AS day, p.amount FROM a JOIN journal.posting p ON p.log_id = 1 AND p.credit = a.id
                    AND p.effective_date > ?
                UNION ALL
                SELECT p.effective_date, -p.amount FROM a JOIN journal.posting p ON p.log_id = 1 AND p.debit = a.id
                    AND p.effective_date > ?),
            later AS (SELECT sum(sum(amount)) OVER (ORDER BY day DESC) AS amount FROM moved GROUP BY day)
            SELECT coalesce((SELECT sum(b.credits - b.debits) FROM a JOIN journal.balance b ON b.log_id = 1 AND b.account_id = a.id), 0)
                - greatest(0, (SELECT max(amount) FROM later))""";

    /** The least that stands on the accounts of these kinds that a record owns, all of them together, on any day from this one on. */
    public BigDecimal least(UUID owner, LocalDate since, String... kinds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(LEAST)) {
            select.setObject(1, owner);
            select.setArray(2, connection.createArrayOf("text", kinds));
            select.setDate(3, Date.valueOf(since));
            select.setDate(4, Date.valueOf(since));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBigDecimal(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Of today: the kept sums. */
    private static final String NOW = """
            SELECT a.owner, a.party, a.kind, b.credits - b.debits AS amount
            FROM a JOIN journal.balance b ON b.log_id = 1 AND b.account_id = a.id""";

    /** Of an earlier day: what had moved by the last year before it, by the last month before it in its year, and by it in its month. */
    private static final String EARLIER = """
            SELECT a.owner, a.party, a.kind, turned.amount
            FROM a CROSS JOIN (SELECT ?::timestamp AS day) asked
            CROSS JOIN LATERAL (VALUES ('year', '-infinity', date_trunc('year', day) - interval '1 day'),
                ('month', date_trunc('year', day), date_trunc('month', day) - interval '1 day'),
                ('day', date_trunc('month', day), day)) AS spans (span, first, last)
            CROSS JOIN LATERAL (
                SELECT t.credits - t.debits AS amount FROM journal.turnover t
                WHERE t.log_id = 1 AND t.account_id = a.id AND t.span = spans.span
                    AND t.since BETWEEN spans.first::date AND spans.last::date
                ORDER BY t.since DESC LIMIT 1) turned""";

    /** Less what came after the moment: entries with a later place, or none yet. */
    private static final String AS_OF = """
            WITH a AS (
                SELECT id, owner, party, kind FROM journal.account
                WHERE log_id = 1 AND %s = ANY (?) AND (?::text IS NULL OR institution = ?) %s)
            SELECT x.owner, x.party, x.kind, sum(x.amount) FROM (%s UNION ALL %s) x
            GROUP BY x.owner, x.party, x.kind
            HAVING sum(x.amount) <> 0
            """;

    /** Of all accounts: the entries of later places, and what they moved. */
    private static final String LATER = """
            SELECT a.owner, a.party, a.kind, side.amount
            FROM (SELECT entry_id FROM journal.leaf WHERE log_id = 1 AND position >= ?
                  UNION ALL SELECT entry_id FROM journal.pending WHERE log_id = 1) e
            JOIN journal.posting p ON p.log_id = 1 AND p.entry_id = e.entry_id AND p.effective_date <= ?
            CROSS JOIN LATERAL (VALUES (p.debit, p.amount), (p.credit, -p.amount)) AS side (account_id, amount)
            JOIN a ON a.id = side.account_id""";

    /** Of a few accounts: what was moved on them, of entries that have no earlier place. However much others moved, it is not read. */
    private static final String LATER_ON_THEM = """
            SELECT a.owner, a.party, a.kind, moved.amount
            FROM (SELECT ?::bigint AS position, ?::date AS day) asked CROSS JOIN a
            CROSS JOIN LATERAL (
                SELECT p.amount, p.entry_id FROM journal.posting p
                WHERE p.log_id = 1 AND p.debit = a.id AND p.effective_date <= asked.day
                UNION ALL
                SELECT -p.amount, p.entry_id FROM journal.posting p
                WHERE p.log_id = 1 AND p.credit = a.id AND p.effective_date <= asked.day) moved
            WHERE NOT EXISTS (SELECT FROM journal.leaf l
                WHERE l.log_id = 1 AND l.entry_id = moved.entry_id AND l.position < asked.position)""";

    /** What stood on the accounts of these kinds as of a day, at a moment of the record. */
    public List<Balance> asOf(LocalDate day, LocalDate today, Moments.Moment moment, String... kinds) {
        return read(LATER, null, null, day, today, moment, kinds);
    }

    /** The same of the accounts that are kept for these parties; no others are read, however many there are. */
    public List<Balance> asOf(
            Collection<UUID> parties, LocalDate day, LocalDate today, Moments.Moment moment, String... kinds) {
        return parties.isEmpty() ? List.of() : read(LATER_ON_THEM, "party", parties, day, today, moment, kinds);
    }

    /** The same of the accounts that a record owns. */
    public List<Balance> asOf(UUID owner, LocalDate day, LocalDate today, Moments.Moment moment, String... kinds) {
        return read(LATER_ON_THEM, "owner", List.of(owner), day, today, moment, kinds);
    }

    /** @param by the column by which a few accounts are looked up, or null for all of them */
    private List<Balance> read(
            String later,
            String by,
            Collection<UUID> few,
            LocalDate day,
            LocalDate today,
            Moments.Moment moment,
            String... kinds) {
        boolean earlier = day.isBefore(today);
        var date = Date.valueOf(day);
        var among = by == null ? "" : "AND " + by + " = ANY (?)";
        var kind = by == null
                ? "kind"
                : "(kind || '')"; // a few accounts are looked up by whose they are, never by their kind
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(AS_OF.formatted(kind, among, earlier ? EARLIER : NOW, later))) {
            int n = 1;
            select.setArray(n++, connection.createArrayOf("text", kinds));
            select.setObject(n++, moment.scope(), Types.VARCHAR);
            select.setObject(n++, moment.scope(), Types.VARCHAR);
            if (by != null) {
                select.setArray(n++, connection.createArrayOf("uuid", few.toArray()));
            }
            if (earlier) {
                select.setDate(n++, date);
            }
            select.setLong(n++, moment.recorded());
            select.setDate(n, earlier ? date : Date.valueOf(LocalDate.of(9999, 12, 31)));
            return read(select);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
