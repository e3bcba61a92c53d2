package org.fundtrail.funding.claim;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.claim.ClaimItem;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.expenditure.Amounts;
import org.fundtrail.funding.expenditure.Expenditure;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;

/** What a claim takes of one item, as that was when the claim took its amounts over. */
@Embeddable
class ClaimLine {
    @Enumerated(EnumType.STRING)
    private ClaimLineKind kind;

    private UUID item;
    private UUID account;
    private String number;
    private String state;
    private BigDecimal gross;
    private BigDecimal eligible;
    private BigDecimal amount;
    private String description;

    protected ClaimLine() {}

    /** @param account on whose accounts it draws */
    ClaimLine(ClaimLineKind kind, ExpenditureView of, UUID account, Money amount, String description) {
        var amounts = Amounts.of(of);
        this.kind = kind;
        this.account = account;
        this.amount = amount.amount();
        this.description = description;
        item = of.id();
        number = of.number();
        state = of.status();
        gross = amounts.fundable().amount();
        eligible = amounts.eligibleLeft().amount();
    }

    ClaimLineKind kind() {
        return kind;
    }

    UUID item() {
        return item;
    }

    UUID account() {
        return account;
    }

    String description() {
        return description;
    }

    Money amount() {
        return Money.eur(amount);
    }

    /** Refuses to submit it where the item is not what it was: the amounts would not be those that people saw. */
    void mustBe(ExpenditureView now) {
        var amounts = Amounts.of(now);
        if (!amounts.counts()
                || amounts.fundable().amount().compareTo(gross) != 0
                || amounts.eligibleLeft().amount().compareTo(eligible) != 0) {
            throw Expenditure.changed(now);
        }
    }

    /** Refuses to submit it on a day on which the item was not issued yet. */
    static void mustBeIssued(ExpenditureView item, LocalDate on) {
        if (item.issuedOn() != null && item.issuedOn().isAfter(on)) {
            throw Refusal.ofField(
                    FundingRule.SUBMITTED_BEFORE_ISSUE,
                    "on",
                    "number",
                    item.number(),
                    "day",
                    item.issuedOn().toString());
        }
    }

    ClaimItem itemView() {
        return new ClaimItem(item, number, state, Money.eur(gross), Money.eur(eligible));
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("kind", kind.name());
        facts.put("item", item.toString());
        facts.put("account", account.toString());
        facts.put("number", number);
        facts.put("state", state);
        facts.put("gross", gross.toPlainString());
        facts.put("eligible", eligible.toPlainString());
        facts.put("amount", amount.toPlainString());
        facts.put("description", description);
        return facts;
    }
}
