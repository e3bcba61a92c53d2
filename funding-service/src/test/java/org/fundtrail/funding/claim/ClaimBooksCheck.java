package org.fundtrail.funding.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.journal.Books;

/** Holds the accounts of a cost item against the postings and against what the item comes to. */
public final class ClaimBooksCheck {
    private ClaimBooksCheck() {}

    /** What stands on the accounts of an item or allocation, all parties together, by their kind: as the postings say it. */
    public static Map<String, BigDecimal> folded(UUID owner) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var row : Books.rows("""
                SELECT a.kind, coalesce((SELECT sum(p.amount) FROM journal.posting p WHERE p.credit = a.id), 0)
                    - coalesce((SELECT sum(p.amount) FROM journal.posting p WHERE p.debit = a.id), 0), b.credits - b.debits
                FROM journal.account a JOIN journal.balance b ON b.account_id = a.id WHERE a.owner = ?""", owner)) {
            assertEquals(0, ((BigDecimal) row.get(1)).compareTo((BigDecimal) row.get(2)), "balance of " + row.get(0));
            sums.merge((String) row.get(0), (BigDecimal) row.get(1), BigDecimal::add);
        }
        return sums;
    }

    /** Nothing of it is declared or funded twice, and all that came in stands somewhere. */
    public static void ofItem(UUID item) {
        var sums = folded(item);
        var known = Books.rows("""
                SELECT CASE WHEN counts THEN eligible - eligible_credited ELSE 0 END, CASE WHEN counts THEN gross - credited ELSE 0 END
                FROM funding.expenditure WHERE id = ?""", item);
        if (known.isEmpty()) {
            assertEquals(Map.of(), sums, "of what no claim named nothing stands anywhere");
            return;
        }
        var declarable = (BigDecimal) known.get(0).get(0);
        var fundable = (BigDecimal) known.get(0).get(1);
        new Chained(sums, "ELIGIBLE_COST", "DECLARABLE", "DECLARED", "CREDITED_DECLARED", "NOT_ELIGIBLE")
                .holds(declarable);
        new Chained(sums, "GROSS_COST", "FUNDABLE", "FUNDED", "CREDITED_FUNDED", "UNFUNDED").holds(fundable);
    }

    /** Nothing of it is drawn twice, and all that its decision entitles to stands somewhere. */
    static void ofOption(UUID option) {
        var sums = folded(option);
        var amount = (BigDecimal) Books.rows("SELECT amount FROM funding.cost_option WHERE id = ?", option)
                .get(0)
                .get(0);
        var stands = sums.getOrDefault("ENTITLED", BigDecimal.ZERO)
                .add(sums.getOrDefault("DRAWN", BigDecimal.ZERO))
                .add(sums.getOrDefault("NOT_ELIGIBLE", BigDecimal.ZERO));
        assertEquals(0, amount.compareTo(stands), () -> "it comes to " + amount + ": " + sums);
        assertEquals(0, amount.negate().compareTo(sums.get("ENTITLED_BY")), () -> "what came in: " + sums);
    }

    /** What stands on a chain, from outside to what is kept for ever. */
    private record Chained(
            Map<String, BigDecimal> sums, String outside, String free, String held, String credited, String kept) {

        private BigDecimal at(String kind) {
            return sums.getOrDefault(kind, BigDecimal.ZERO);
        }

        void holds(BigDecimal most) {
            var in = at(outside).negate();
            var taken = at(held).add(at(free));
            assertEquals(
                    0,
                    in.compareTo(taken.add(at(credited)).add(at(kept))),
                    () -> outside + ": what came in stands somewhere, " + sums);
            assertTrue(
                    taken.signum() == 0 || taken.add(at(kept)).compareTo(most) <= 0,
                    () -> outside + ": it comes to " + most + ", and more is held, free or kept: " + sums);
        }
    }
}
