package org.fundtrail.funding.claim;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimLineTerms;
import org.fundtrail.funding.costoption.CostOption;
import org.fundtrail.funding.expenditure.Chain;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;

/** What a claim takes of one cost, or by one cost option. It rests on either of them. */
@Embeddable
class ClaimLine {
    @Enumerated(EnumType.STRING)
    private ClaimLineKind kind;

    @Embedded
    private LineCost cost;

    @Embedded
    private LineOption option;

    private BigDecimal amount;
    private String description;

    protected ClaimLine() {}

    private ClaimLine(ClaimLineTerms terms, LineCost cost, LineOption option, Money amount) {
        this.cost = cost;
        this.option = option;
        this.amount = amount.amount();
        kind = terms.kind();
        description = terms.description();
    }

    /**
     * Of a real cost.
     *
     * @param account on whose accounts it draws
     */
    static ClaimLine of(ClaimLineTerms terms, ExpenditureView cost, UUID account, Money amount) {
        return new ClaimLine(terms, new LineCost(cost, account), null, amount);
    }

    /** By a cost option. */
    static ClaimLine of(ClaimLineTerms terms, CostOption option, BigDecimal quantity, Money amount) {
        return new ClaimLine(terms, null, new LineOption(option, quantity), amount);
    }

    ClaimLineKind kind() {
        return kind;
    }

    boolean isOfCost() {
        return cost != null;
    }

    /** On what it rests where that is a real cost; otherwise null. */
    LineCost cost() {
        return cost;
    }

    /** On what it rests where that is a cost option; otherwise null. */
    LineOption option() {
        return option;
    }

    UUID item() {
        return cost.item();
    }

    UUID account() {
        return cost.account();
    }

    String description() {
        return description;
    }

    Money amount() {
        return Money.eur(amount);
    }

    /** What credit notes took back of what it claims: so much less has to be claimed. */
    Money creditedHeld(Financing financing, Credited credited) {
        return isOfCost()
                ? credited.of(Chain.DECLARING, account()).max(financing.lessBy(credited.of(Chain.FUNDING, account())))
                : Money.zero();
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("kind", kind.name());
        if (isOfCost()) {
            cost.addTo(facts);
        } else {
            option.addTo(facts);
        }
        facts.put("amount", amount.toPlainString());
        facts.put("description", description);
        return facts;
    }
}
