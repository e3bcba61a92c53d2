package org.fundtrail.funding.recovery;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.recovery.RecoveryLineView;
import org.fundtrail.funding.claim.PaidLine;

/** What is recovered of one line of a claim. */
@Embeddable
class RecoveryLine {
    private int line;
    private UUID account;
    private BigDecimal share;
    private BigDecimal declared;

    protected RecoveryLine() {}

    /**
     * @param share of what the allocation paid of it
     * @param declared of what was declared of it to the Union, or drawn on a cost option
     */
    RecoveryLine(PaidLine of, Money share, Money declared) {
        line = of.line();
        account = of.account();
        this.share = share.amount();
        this.declared = declared.amount();
    }

    Money share() {
        return Money.eur(share);
    }

    private Money declared() {
        return Money.eur(declared);
    }

    PaidLine.Part part() {
        return new PaidLine.Part(share(), declared());
    }

    int line() {
        return line;
    }

    RecoveryLineView view(PaidLine of) {
        return new RecoveryLineView(line, of.kind(), of.item(), of.number(), share(), declared());
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("line", line);
        facts.put("account", account == null ? null : account.toString());
        facts.put("share", share.toPlainString());
        facts.put("declared", declared.toPlainString());
        return facts;
    }
}
