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
        var stands = standing(claim, besides);
        return PaidLine.of(claim).stream()
                .map(line -> stands.getOrDefault(line.line(), Standing.NOTHING).left(line))
                .toList();
    }

    /**
     * What is recovered of a line because of credit notes, since its claim was paid last.
     *
     * @param share whatever became of it: who rejects it has decided that it is not recovered
     * @param settledShare what of it came back
     */
    record OfCredits(Money share, Money declared, Money settledShare, Money settledDeclared) {}

    /**
     * What is recovered of a line.
     *
     * @param share by all recoveries that did not come to nothing
     */
    record Standing(Money share, Money declared, OfCredits ofCredits) {
        static final Standing NOTHING = new Standing(
                Money.zero(), Money.zero(), new OfCredits(Money.zero(), Money.zero(), Money.zero(), Money.zero()));

        Left left(PaidLine line) {
            return new Left(line, line.share().minus(share), line.declared().minus(declared));
        }
    }

    /** Of each line of which something is or was recovered, in one question; the claim is locked. */
    Map<Integer, Standing> standing(Claim claim, UUID besides) {
        var stands = new HashMap<Integer, Standing>();
        rows(claim, besides)
                .forEach(row -> stands.put(
                        (Integer) row[0],
                        new Standing(
                                money(row[1]),
                                money(row[2]),
                                new OfCredits(money(row[3]), money(row[4]), money(row[5]), money(row[6])))));
        return stands;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(Claim claim, UUID besides) {
        return entities.createNativeQuery("""
                        SELECT l.line, sum(l.share) FILTER (WHERE r.counts), sum(l.declared) FILTER (WHERE r.counts),
                            sum(l.share) FILTER (WHERE r.of_credit_now), sum(l.declared) FILTER (WHERE r.of_credit_now),
                            sum(l.share) FILTER (WHERE r.of_credit_now AND r.status IN ('PAID', 'OFFSET')),
                            sum(l.declared) FILTER (WHERE r.of_credit_now AND r.status IN ('PAID', 'OFFSET'))
                        FROM (SELECT o.id, o.status, o.id IS DISTINCT FROM :besides AND o.status NOT IN ('REJECTED', 'WITHDRAWN') AS counts,
                                o.of_credit AND o.recorded_at >= (SELECT max(s.at) FROM journal.step s WHERE s.record = :claim AND s.step = 'PAY')
                                    AS of_credit_now
                            FROM funding.recovery o WHERE o.claim_id = :claim) r
                        JOIN funding.recovery_line l ON l.recovery_id = r.id GROUP BY l.line""")
                .setParameter("claim", claim.id())
                .setParameter("besides", besides)
                .getResultList();
    }

    private static Money money(Object sum) {
        return sum == null ? Money.zero() : Money.eur((BigDecimal) sum);
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
