package org.fundtrail.funding.claim;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.claim.ClaimItem;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.expenditure.Amounts;
import org.fundtrail.funding.expenditure.Expenditure;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;

/** The real cost on which a line of a claim rests, as that was when the claim took its amounts over. */
@Embeddable
class LineCost {
    private UUID item;
    private UUID account;
    private String number;
    private String state;
    private BigDecimal gross;
    private BigDecimal eligible;
    private String category;

    protected LineCost() {}

    /** @param account on whose accounts it draws */
    LineCost(ExpenditureView of, UUID account) {
        var amounts = Amounts.of(of);
        this.account = account;
        item = of.id();
        number = of.number();
        state = of.status();
        gross = amounts.fundable().amount();
        eligible = amounts.eligibleLeft().amount();
        category = of.category() == null ? null : of.category().name();
    }

    /** Those of lines that rest on real costs. */
    static List<LineCost> of(List<ClaimLine> lines) {
        return lines.stream().map(ClaimLine::cost).filter(Objects::nonNull).toList();
    }

    /** On whose accounts they draw. */
    static Set<UUID> accounts(List<ClaimLine> lines) {
        return of(lines).stream().map(LineCost::account).collect(Collectors.toSet());
    }

    UUID item() {
        return item;
    }

    UUID account() {
        return account;
    }

    /** Whether it is a direct cost of staff. */
    boolean isOfStaff() {
        return CostCategory.STAFF.name().equals(category);
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

    ClaimItem view() {
        return new ClaimItem(item, number, state, Money.eur(gross), Money.eur(eligible));
    }

    void addTo(Map<String, Object> facts) {
        facts.put("item", item.toString());
        facts.put("account", account.toString());
        facts.put("number", number);
        facts.put("state", state);
        facts.put("gross", gross.toPlainString());
        facts.put("eligible", eligible.toPlainString());
        if (category != null) {
            facts.put("category", category);
        }
    }
}
