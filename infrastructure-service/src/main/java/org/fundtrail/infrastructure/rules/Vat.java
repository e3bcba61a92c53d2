package org.fundtrail.infrastructure.rules;

import java.math.BigDecimal;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;

/** Value added tax. */
public final class Vat {
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(17);

    private Vat() {}

    /** An amount without VAT and its VAT, in EUR, the VAT rounded half up to the cent; refuses what is too large to be kept. */
    public static Money on(Money net, BigDecimal rate, String field) {
        if (net.amount().multiply(BigDecimal.ONE.add(rate)).compareTo(LIMIT.subtract(BigDecimal.ONE)) >= 0) {
            throw Refusal.ofField(InputRule.AMOUNT_TOO_LARGE, field);
        }
        return net.plus(net.times(rate));
    }
}
