package org.fundtrail.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks into the database past the service, as a superuser, for what the API cannot show. */
public final class Books {
    private static Connection reading;

    private Books() {}

    public static Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("fundtrail.test.superuser-url", String.class));
    }

    /** A connection as the service has it: with its role and nothing more. */
    public static Connection asTheService() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    private static Connection reading() throws SQLException {
        if (reading == null || !reading.isValid(1)) {
            reading = superuser(); // kept open: asked after every single case
        }
        return reading;
    }

    /** The rows that a query finds, each as the list of its columns. */
    public static synchronized List<List<Object>> rows(String sql, Object... values) {
        try (var select = reading().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<List<Object>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var row = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.add(rows.getObject(i));
                    }
                    found.add(row);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes something as a superuser, past every rule but those of the database. */
    public static synchronized int change(String sql, Object... values) {
        try (var update = reading().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long count(String sql, Object... values) {
        return ((Number) rows(sql, values).get(0).get(0)).longValue();
    }

    /** Waits until a statement of the service that is like this stands at a lock. */
    public static void someoneWaits(String part) throws InterruptedException {
        for (int n = 0; n < 500; n++) {
            if (count(
                            "SELECT count(*) FROM pg_stat_activity WHERE usename LIKE '%_app' AND wait_event_type = 'Lock' AND query ILIKE ?",
                            part)
                    > 0) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("Nobody waits at " + part);
    }

    /** Fails unless requests with these keys have left nothing at all. */
    public static void nothingOf(String... keys) {
        assertEquals(List.of(), rows("SELECT key FROM journal.request WHERE key = ANY (?)", (Object) keys), "requests");
        assertEquals(
                List.of(),
                rows("SELECT idempotency_key FROM journal.entry WHERE idempotency_key = ANY (?)", (Object) keys),
                "entries");
    }

    /** Fails unless every balance and every turnover is the sum of the postings on its account. */
    public static void balanced() {
        assertEquals(List.of(), rows("""
                SELECT a.code, b.debits, b.credits, p.debits, p.credits
                FROM journal.balance b
                JOIN journal.account a ON a.log_id = b.log_id AND a.id = b.account_id
                CROSS JOIN LATERAL (
                    SELECT coalesce(sum(amount) FILTER (WHERE debit = a.id), 0) AS debits,
                        coalesce(sum(amount) FILTER (WHERE credit = a.id), 0) AS credits
                    FROM journal.posting WHERE log_id = a.log_id AND (debit = a.id OR credit = a.id)) p
                WHERE b.debits <> p.debits OR b.credits <> p.credits"""));
        assertEquals(List.of(), rows("""
                WITH turned AS (
                    SELECT side.account_id, span, within, date_trunc(span, p.effective_date::timestamp)::date AS since,
                        sum(side.debit) AS debits, sum(side.credit) AS credits
                    FROM journal.posting p
                    CROSS JOIN LATERAL (VALUES (p.debit, p.amount, 0.00), (p.credit, 0.00, p.amount)) AS side (account_id, debit, credit)
                    CROSS JOIN LATERAL (VALUES ('year', '-infinity'), ('month', date_trunc('year', p.effective_date::timestamp)),
                        ('day', date_trunc('month', p.effective_date::timestamp))) AS spans (span, within)
                    GROUP BY 1, 2, 3, 4),
                summed AS (
                    SELECT account_id, span, since, sum(debits) OVER so_far AS debits, sum(credits) OVER so_far AS credits
                    FROM turned WINDOW so_far AS (PARTITION BY account_id, span, within ORDER BY since)),
                kept AS (SELECT account_id, span, since, debits, credits FROM journal.turnover)
                (SELECT * FROM kept EXCEPT SELECT * FROM summed) UNION ALL (SELECT * FROM summed EXCEPT SELECT * FROM kept)"""));
        assertEquals(
                List.of(),
                rows("SELECT account_id FROM journal.balance WHERE floor IS NOT NULL AND credits - debits < floor"));
    }
}
