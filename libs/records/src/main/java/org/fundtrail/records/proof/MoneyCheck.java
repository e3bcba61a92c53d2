package org.fundtrail.records.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Holds balances and turnovers against the postings, which are held against the entries where the log is walked. The database adds them up, on
 * its disk where its memory does not do.
 */
final class MoneyCheck {
    private static final String BALANCES = """
            WITH side AS (
                SELECT debit AS account_id, amount AS debits, 0::numeric AS credits, NULL::date AS credited_on FROM journal.posting WHERE log_id = 1
                UNION ALL
                SELECT credit, 0, amount, effective_date FROM journal.posting WHERE log_id = 1),
            summed AS (
                SELECT account_id, sum(debits) AS debits, sum(credits) AS credits, max(credited_on) AS credited_on FROM side GROUP BY account_id),
            said AS (
                SELECT s.*, a.floor FROM summed s LEFT JOIN journal.account a ON a.log_id = 1 AND a.id = s.account_id),
            kept AS (SELECT account_id, debits, credits, credited_on, floor FROM journal.balance WHERE log_id = 1)
            SELECT to_jsonb(said), to_jsonb(kept) FROM said FULL JOIN kept USING (account_id)
            WHERE said IS DISTINCT FROM kept""";

    private static final String TURNOVERS = """
            WITH turned AS (
                SELECT side.account_id, span, within, date_trunc(span, p.effective_date::timestamp)::date AS since,
                    sum(side.debit) AS debits, sum(side.credit) AS credits
                FROM journal.posting p
                CROSS JOIN LATERAL (VALUES (p.debit, p.amount, 0.00), (p.credit, 0.00, p.amount)) AS side (account_id, debit, credit)
                CROSS JOIN LATERAL (VALUES ('year', '-infinity'), ('month', date_trunc('year', p.effective_date::timestamp)),
                    ('day', date_trunc('month', p.effective_date::timestamp))) AS spans (span, within)
                WHERE p.log_id = 1
                GROUP BY 1, 2, 3, 4),
            said AS (
                SELECT account_id, span, since, sum(debits) OVER so_far AS debits, sum(credits) OVER so_far AS credits
                FROM turned WINDOW so_far AS (PARTITION BY account_id, span, within ORDER BY since)),
            kept AS (SELECT account_id, span, since, debits, credits FROM journal.turnover WHERE log_id = 1)
            SELECT to_jsonb(said), to_jsonb(kept) FROM said FULL JOIN kept USING (account_id, span, since)
            WHERE said IS DISTINCT FROM kept""";

    /** Who opened an account has moved it. */
    private static final String UNOPENED = """
            SELECT NULL::jsonb, jsonb_build_object('code', code) FROM journal.account a
            WHERE log_id = 1
                AND NOT EXISTS (SELECT FROM journal.posting p WHERE p.log_id = 1 AND p.debit = a.id)
                AND NOT EXISTS (SELECT FROM journal.posting p WHERE p.log_id = 1 AND p.credit = a.id)""";

    private final Connection connection;
    private final Findings findings;

    MoneyCheck(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    void run() throws SQLException {
        check("journal.balance", BALANCES, List.of("account_id"));
        check("journal.turnover", TURNOVERS, List.of("account_id", "span", "since"));
        check("journal.account", UNOPENED, List.of("code"));
    }

    private void check(String table, String sql, List<String> key) throws SQLException {
        Differences.find(connection, sql, table, key, findings);
    }
}
