package org.fundtrail.funding.claim;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimDeduction;
import org.fundtrail.funding.api.claim.DeductionKind;

/** A deduction as it is kept. */
@Embeddable
class Deducted {
    private int line;
    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    private DeductionKind kind;

    private String reason;

    protected Deducted() {}

    Deducted(ClaimDeduction of) {
        line = of.line();
        amount = of.amount().amount();
        kind = of.kind();
        reason = of.reason();
    }

    ClaimDeduction view() {
        return new ClaimDeduction(line, Money.eur(amount), kind, reason);
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("line", line);
        facts.put("amount", amount.toPlainString());
        facts.put("kind", kind.name());
        facts.put("reason", reason);
        return facts;
    }
}
