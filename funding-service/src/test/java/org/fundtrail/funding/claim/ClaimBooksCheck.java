package org.fundtrail.funding.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.journal.Books;

/** Holds the accounts of a cost item against the postings and against what the item comes to. */
final class ClaimBooksCheck {
    private ClaimBooksCheck() {}

    /** What stands on the accounts of an item, all parties together, by their kind: as the postings say it. */
    static Map<String, BigDecimal> folded(UUID item) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var row : Books.rows("""
                SELECT a.kind, coalesce((SELECT sum(p.amount) FROM journal.posting p WHERE p.credit = a.id), 0)
                    - coalesce((SELECT sum(p.amount) FROM journal.posting p WHERE p.debit = a.id), 0), b.credits - b.debits
                FROM journal.account a JOIN journal.balance b ON b.account_id = a.id WHERE a.owner = ?""", item)) {
            assertEquals(0, ((BigDecimal) row.get(1)).compareTo((BigDecimal) row.get(2)), "balance of " + row.get(0));
            sums.merge((String) row.get(0), (BigDecimal) row.get(1), BigDecimal::add);
        }
        return sums;
    }

    /** Nothing of it is declared or funded twice, and all that came in stands somewhere. */
    static void ofItem(UUID item) {
        var sums = folded(item);
        var amounts = Books.rows(
                        "SELECT eligible - eligible_credited, gross - credited FROM funding.expenditure WHERE id = ?",
                        item)
                .get(0);
        holds(
                sums,
                (BigDecimal) amounts.get(0),
                "ELIGIBLE_COST",
                "DECLARABLE",
                "DECLARED",
                "CREDITED_DECLARED",
                "NOT_ELIGIBLE");
        holds(sums, (BigDecimal) amounts.get(1), "GROSS_COST", "FUNDABLE", "FUNDED", "CREDITED_FUNDED", "UNFUNDED");
    }

    private static void holds(
            Map<String, BigDecimal> sums,
            BigDecimal most,
            String outside,
            String free,
            String held,
            String credited,
            String kept) {
        BigDecimal in = of(sums, outside).negate();
        assertEquals(
                0,
                in.compareTo(of(sums, free)
                        .add(of(sums, held))
                        .add(of(sums, credited))
                        .add(of(sums, kept))),
                outside + ": what came in stands somewhere, " + sums);
        var taken = of(sums, held).add(of(sums, free));
        assertTrue(
                taken.compareTo(most) <= 0, outside + ": " + most + " is there, and so much is held or free: " + sums);
        assertTrue(
                of(sums, kept).add(taken).compareTo(most) <= 0 || taken.signum() == 0,
                outside + ": what is kept makes room for nothing, " + sums);
    }

    private static BigDecimal of(Map<String, BigDecimal> sums, String kind) {
        return sums.getOrDefault(kind, BigDecimal.ZERO);
    }
}
