package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.fundtrail.e2e.Clerks.Change;
import org.fundtrail.e2e.Clerks.Known;

/** What the clerks were told, held against the books. */
final class Proof {
    private static final String FUNDING = "/api/funding/v1";

    /** A record as the books have it; {@code of} is the allocation that it is on. */
    private record Kept(String of, String id, BigDecimal amount, String status) {}

    private final House house;
    private final Map<String, List<Kept>> byMark = new HashMap<>();
    private final Map<String, Kept> byId = new HashMap<>();
    private Set<String> keys;

    Proof(House house) {
        this.house = house;
    }

    /** Fails unless the books say of each change what was said to whoever sent it, and agree with themselves. */
    void of(Clerks clerks) throws IOException, SQLException {
        read("/allocations", "allocations", "reference");
        for (var allocation : clerks.allocations()) {
            read("/allocations/" + allocation + "/receipts", allocation, "bankReference");
            read("/allocations/" + allocation + "/commitments", allocation, "legalCommitment.reference");
        }
        for (var service : List.of("infrastructure", "funding")) {
            positionsHaveNoGap(service);
            tablesAgree(service);
        }
        assertEquals(
                List.of(),
                clerks.changes().stream()
                        .map(this::contradiction)
                        .filter(Objects::nonNull)
                        .toList());
        clerks.allocations().forEach(this::balancesAreTheSums);
    }

    private void read(String path, String of, String mark) {
        String after = null;
        do {
            var page = (after == null
                            ? house.get("auditor", FUNDING + path + "?limit=200")
                            : house.get("auditor", FUNDING + path + "?limit=200&after={after}", after))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> marks = page.getList("items." + mark);
            List<String> ids = page.getList("items.id");
            List<String> amounts = page.getList("items.amount.amount");
            List<String> states = page.getList("items.status");
            for (int n = 0; n < ids.size(); n++) {
                var kept = new Kept(of, ids.get(n), new BigDecimal(amounts.get(n)), states.get(n));
                byMark.computeIfAbsent(marks.get(n), first -> new ArrayList<>()).add(kept);
                byId.put(kept.id, kept);
            }
            after = page.getString("next");
        } while (after != null);
    }

    /** How the books contradict what was said; null where they do not. */
    private String contradiction(Change change) {
        var inJournal = keys.contains(change.key);
        if (change.known == Known.RECORDED && !inJournal || change.known == Known.REFUSED && inJournal) {
            return change + (inJournal ? " has an entry" : " has no entry");
        }
        var agrees = switch (change.kind) {
            case CONFIRMATION -> inJournal == byId.get(change.mark).status.equals("CONFIRMED");
            case APPROVAL -> inJournal == byId.get(change.mark).status.equals("APPROVED");
            default -> {
                var kept = byMark.getOrDefault(change.mark, List.of());
                yield kept.size() == (inJournal ? 1 : 0)
                        && kept.stream()
                                .allMatch(one -> one.amount.compareTo(change.amount) == 0
                                        && (change.id == null || change.id.equals(one.id)));
            }
        };
        return agrees ? null : change + ": " + byMark.get(change.mark) + ", " + byId.get(change.mark);
    }

    private void balancesAreTheSums(String allocation) {
        var balances = house.get("auditor", FUNDING + "/allocations/{id}", allocation)
                .statusCode(200)
                .extract()
                .jsonPath();
        var whole = byId.get(allocation).amount;
        var announced = sum(allocation, "RECORDED");
        var received = sum(allocation, "CONFIRMED");
        var reserved = sum(allocation, "PROPOSED");
        var committed = sum(allocation, "APPROVED");
        Map.of(
                        "announced",
                        announced,
                        "received",
                        received,
                        "toReceive",
                        whole.subtract(announced).subtract(received),
                        "reserved",
                        reserved,
                        "committed",
                        committed,
                        "available",
                        whole.subtract(reserved).subtract(committed))
                .forEach((name, sum) ->
                        assertEquals(sum, new BigDecimal(balances.getString("balances." + name + ".amount")), name));
    }

    private BigDecimal sum(String allocation, String status) {
        return byId.values().stream()
                .filter(kept -> kept.of.equals(allocation) && kept.status.equals(status))
                .map(Kept::amount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    void positionsHaveNoGap(String service) {
        var positions = new ArrayList<Integer>();
        String after = null;
        do {
            var page = house.get(
                            "auditor",
                            "/api/" + service + "/v1/entries?limit=200" + (after == null ? "" : "&after=" + after))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            positions.addAll(page.<Integer>getList("items.position"));
            after = page.getString("next");
        } while (after != null);
        assertEquals(IntStream.range(0, positions.size()).boxed().toList(), positions);
    }

    /** Everything is sealed, and balances and turnovers are the sums of the postings. */
    void tablesAgree(String service) throws IOException, SQLException {
        try (var books = house.books(service)) {
            assertEquals(Set.of(), column(books, "SELECT entry_id FROM journal.pending"));
            assertEquals(
                    Set.of(), column(books, "SELECT id FROM journal.entry EXCEPT SELECT entry_id FROM journal.leaf"));
            assertEquals(
                    column(books, "SELECT count(*) FROM journal.leaf"),
                    column(books, "SELECT size FROM journal.log_head"));
            assertEquals(Set.of(), column(books, """
                    SELECT a.code FROM journal.balance b
                    JOIN journal.account a ON a.id = b.account_id
                    CROSS JOIN LATERAL (
                        SELECT coalesce(sum(amount) FILTER (WHERE debit = a.id), 0) AS debits,
                            coalesce(sum(amount) FILTER (WHERE credit = a.id), 0) AS credits
                        FROM journal.posting WHERE debit = a.id OR credit = a.id) p
                    WHERE b.debits <> p.debits OR b.credits <> p.credits"""));
            assertEquals(Set.of(), column(books, """
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
                        FROM turned WINDOW so_far AS (PARTITION BY account_id, span, within ORDER BY since))
                    SELECT account_id FROM (
                        SELECT account_id, span, since, debits, credits FROM journal.turnover EXCEPT SELECT * FROM summed) AS wrong"""));
            keys = column(books, "SELECT right(idempotency_key, 36) FROM journal.entry");
        }
    }

    private static Set<String> column(Connection books, String sql) throws SQLException {
        try (var statement = books.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new HashSet<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
