package org.fundtrail.funding.claim;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fundtrail.common.Money;

/** What came of a line of a claim, as it is kept. */
@Embeddable
class ClaimHolding {
    private BigDecimal deducted;
    private BigDecimal notEligible;
    private BigDecimal share;
    private BigDecimal unfunded;

    protected ClaimHolding() {}

    /**
     * @param deducted what its verification took from it
     * @param notEligible what of that nobody can declare any more
     * @param share what the allocation pays of it
     * @param unfunded what of its cost nobody can pay any more
     */
    ClaimHolding(Money deducted, Money notEligible, Money share, Money unfunded) {
        this.deducted = deducted.amount();
        this.notEligible = notEligible.amount();
        this.share = share.amount();
        this.unfunded = unfunded.amount();
    }

    /** Of a line from which nothing was taken. */
    static ClaimHolding whole(Money share) {
        return new ClaimHolding(Money.zero(), Money.zero(), share, Money.zero());
    }

    /** The same where the allocation pays so much less of it. */
    ClaimHolding paying(Money less) {
        return new ClaimHolding(deducted(), notEligible(), less, unfunded());
    }

    Money deducted() {
        return Money.eur(deducted);
    }

    Money notEligible() {
        return Money.eur(notEligible);
    }

    Money share() {
        return Money.eur(share);
    }

    Money unfunded() {
        return Money.eur(unfunded);
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("deducted", deducted.toPlainString());
        facts.put("notEligible", notEligible.toPlainString());
        facts.put("share", share.toPlainString());
        facts.put("unfunded", unfunded.toPlainString());
        return facts;
    }
}
