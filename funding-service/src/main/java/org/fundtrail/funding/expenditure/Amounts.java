package org.fundtrail.funding.expenditure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;

/**
 * What an invoice or a direct cost comes to, and so what of it can ever be claimed.
 *
 * @param counts whether it is approved or paid; otherwise nothing of it can be claimed
 * @param credited what credit notes took back, with VAT
 * @param eligibleCredited what they took back of what is eligible
 * @param euEligible what of the eligible a fund of the Union may pay a share of
 */
public record Amounts(
        boolean counts, Money gross, Money credited, Money eligible, Money eligibleCredited, Money euEligible) {
    /** What is about to be reversed counts until that is decided. */
    private static final Set<String> COUNTING = Set.of("APPROVED", "PAID", "REVERSAL_PROPOSED");

    public static Amounts of(ExpenditureView item) {
        return new Amounts(
                COUNTING.contains(item.status()),
                item.gross(),
                item.credited(),
                item.eligible(),
                item.eligibleCredited(),
                item.euEligible());
    }

    /** How much of it all claims of the Union's funds together may declare: what counts on lines with a share of theirs, less what was credited of it. */
    public Money declarable() {
        if (!counts || !eligible.isPositive() || credited.compareTo(gross) >= 0) {
            return Money.zero();
        }
        return euEligible.minus(part(euEligible, eligibleCredited, eligible)).max(Money.zero());
    }

    /** How much of it all allocations together may pay. */
    public Money fundable() {
        return counts ? gross.minus(credited).max(Money.zero()) : Money.zero();
    }

    Money of(Chain chain) {
        return chain == Chain.DECLARING ? declarable() : fundable();
    }

    /** What of it is eligible and was not credited. */
    public Money eligibleLeft() {
        return counts ? eligible.minus(eligibleCredited).max(Money.zero()) : Money.zero();
    }

    /** The part of an amount that another is of its whole, rounded half up to the cent. */
    public static Money part(Money of, Money another, Money whole) {
        BigDecimal product = of.amount().multiply(another.amount());
        return Money.eur(product.divide(whole.amount(), 2, RoundingMode.HALF_UP));
    }
}
