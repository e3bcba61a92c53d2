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
import org.fundtrail.funding.api.claim.ErrorKind;

/** A deduction as it is kept. */
@Embeddable
class Deducted {
    private int line;
    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    private DeductionKind kind;

    private String reason;

    @Enumerated(EnumType.STRING)
    private ErrorKind error;

    private Integer question;

    protected Deducted() {}

    Deducted(ClaimDeduction of) {
        line = of.line();
        amount = of.amount().amount();
        kind = of.kind();
        reason = of.reason();
        error = of.error();
        question = of.question();
    }

    ClaimDeduction view() {
        return new ClaimDeduction(line, Money.eur(amount), kind, error, question, reason);
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("line", line);
        facts.put("amount", amount.toPlainString());
        facts.put("kind", kind.name());
        facts.put("error", error == null ? null : error.name());
        facts.put("question", question);
        facts.put("reason", reason);
        return facts;
    }
}
