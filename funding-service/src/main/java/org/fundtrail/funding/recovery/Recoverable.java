package org.fundtrail.funding.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.claim.Claim;
import org.fundtrail.funding.claim.Financing;
import org.fundtrail.funding.claim.PaidLine;
import org.fundtrail.funding.expenditure.Amounts;

/** What of the lines of a claim can still be recovered: what they were paid, less all recoveries that did not come to nothing. */
@ApplicationScoped
class Recoverable {
    private final EntityManager entities;

    Recoverable(EntityManager entities) {
        this.entities = entities;
    }

    /** What is left of a line. */
    record Left(PaidLine line, Money share, Money declared) {

        /** So much of it; of what is declared the same part, and all that is left where that is all. */
        RecoveryLine taking(Money part) {
            return new RecoveryLine(line, part, Amounts.part(declared, part, share));
        }

        /** What credit notes took back of it, as far as it is left. */
        RecoveryLine taking(Money overpaid, Money declaredOfIt) {
            return new RecoveryLine(
                    line, overpaid.min(share), declaredOfIt.min(declared).max(Money.zero()));
        }
    }

    /** Of each line; the claim is locked. */
    List<Left> of(Claim claim, UUID besides) {
        var taken = taken(claim, besides);
        return PaidLine.of(claim).stream()
                .map(line -> {
                    var gone = taken.getOrDefault(line.line(), new Money[] {Money.zero(), Money.zero()});
                    return new Left(
                            line, line.share().minus(gone[0]), line.declared().minus(gone[1]));
                })
                .toList();
    }

    private Map<Integer, Money[]> taken(Claim claim, UUID besides) {
        var taken = new HashMap<Integer, Money[]>();
        entities.createQuery("""
                        SELECT l.line, sum(l.share), sum(l.declared) FROM Recovery r JOIN r.lines l
                        WHERE r.claim.id = :claim AND r.id <> :besides AND r.status NOT IN (:nothing) GROUP BY l.line""", Object[].class)
                .setParameter("claim", claim.id())
                .setParameter("besides", besides)
                .setParameter("nothing", Recovery.NOTHING)
                .getResultList()
                .forEach(row -> taken.put(
                        (Integer) row[0],
                        new Money[] {Money.eur((BigDecimal) row[1]), Money.eur((BigDecimal) row[2])}));
        return taken;
    }

    /**
     * What is recovered of a line because of credit notes, since its claim was paid last.
     *
     * @param share whatever became of it: who rejects it has decided that it is not recovered
     * @param settledShare what of it came back
     */
    record OfCredits(Money share, Money declared, Money settledShare, Money settledDeclared) {}

    OfCredits ofCredits(Claim claim, int line) {
        var sums = (Object[]) entities.createNativeQuery("""
                        SELECT coalesce(sum(l.share), 0), coalesce(sum(l.declared), 0),
                            coalesce(sum(l.share) FILTER (WHERE r.status IN ('PAID', 'OFFSET')), 0),
                            coalesce(sum(l.declared) FILTER (WHERE r.status IN ('PAID', 'OFFSET')), 0)
                        FROM funding.recovery r JOIN funding.recovery_line l ON l.recovery_id = r.id
                        WHERE r.claim_id = :claim AND r.of_credit AND l.line = :line
                            AND r.recorded_at >= (SELECT max(s.at) FROM journal.step s WHERE s.record = :claim AND s.step = 'PAY')""")
                .setParameter("claim", claim.id())
                .setParameter("line", line)
                .getSingleResult();
        return new OfCredits(
                Money.eur((BigDecimal) sums[0]),
                Money.eur((BigDecimal) sums[1]),
                Money.eur((BigDecimal) sums[2]),
                Money.eur((BigDecimal) sums[3]));
    }

    /** Which of its claim's a new recovery is; the claim is locked. */
    int next(Claim claim) {
        return 1
                + entities.createQuery(
                                "SELECT coalesce(max(r.n), 0) FROM Recovery r WHERE r.claim.id = :claim", Integer.class)
                        .setParameter("claim", claim.id())
                        .getSingleResult();
    }

    /** Divides an amount among lines by what is left of each; refuses more than that. */
    static List<RecoveryLine> divided(Money amount, List<Left> among) {
        var shares = among.stream().map(Left::share).toList();
        var all = shares.stream().reduce(Money.zero(), Money::plus);
        if (amount.compareTo(all) > 0) {
            throw Refusal.ofField(
                    FundingRule.EXCEEDS_RECOVERABLE,
                    "amount",
                    "available",
                    all.toString(),
                    "amount",
                    amount.toString());
        }
        var parts = Financing.divided(amount, shares);
        var lines = new ArrayList<RecoveryLine>();
        for (int n = 0; n < parts.size(); n++) {
            if (parts.get(n).isPositive()) {
                lines.add(among.get(n).taking(parts.get(n)));
            }
        }
        return lines;
    }
}
