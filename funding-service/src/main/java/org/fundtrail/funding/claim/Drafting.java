package org.fundtrail.funding.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.claim.ClaimLineTerms;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.expenditure.Amounts;
import org.fundtrail.funding.expenditure.Chain;
import org.fundtrail.funding.expenditure.Costs;
import org.fundtrail.funding.expenditure.Expenditure;
import org.fundtrail.funding.expenditure.Expenditures.Stands;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.records.Foreign;

/**
 * From what a request says to the lines of a claim: the items that it names, each once, and how much it takes of each. Lines by cost options
 * are {@link OptionLines}.
 */
final class Drafting {

    /** A line with the item that it names, and the one on whose accounts that draws. */
    private record Named(int n, String field, ClaimLineTerms terms, ExpenditureView item, ExpenditureView account) {}

    private final List<Named> named = new ArrayList<>();

    /** Refuses items that are unknown, of another project, not approved, or named twice. */
    Drafting(ClaimTerms terms, ProjectView project, Costs costs) {
        var accounts = new LinkedHashMap<UUID, ExpenditureView>();
        var isOfLines = terms.invoices() == null || terms.invoices().isEmpty();
        for (int n = 0; n < terms.allLines().size(); n++) {
            var line = terms.allLines().get(n);
            if (line.kind().isOfOption()) {
                continue;
            }
            var field = (isOfLines ? "lines[" : "invoices[") + n + "]";
            var item = known(line, field, project, costs);
            var account = costs.account(item);
            mustCount(account, field);
            if (accounts.put(account.id(), account) != null) {
                throw Refusal.ofField(FundingRule.ITEM_CLAIMED_TWICE, field, "item", item.number());
            }
            named.add(new Named(n, field, line, item, account));
        }
    }

    private static ExpenditureView known(ClaimLineTerms line, String field, ProjectView project, Costs costs) {
        var item = costs.of(line.item());
        var absent = Refusal.ofField(
                FundingRule.EXPENDITURE_UNKNOWN,
                field,
                "kind",
                line.kind().name(),
                "value",
                line.item().toString());
        if (item == null || !item.type().name().equals(line.kind().name())) {
            throw absent;
        }
        if (!item.institution().equals(project.institution())) {
            throw new Foreign(absent);
        }
        if (!item.project().id().equals(project.id())) {
            throw Refusal.ofField(
                    FundingRule.EXPENDITURE_OF_ANOTHER_PROJECT,
                    field,
                    "number",
                    item.number(),
                    "itsProject",
                    item.project().reference(),
                    "project",
                    project.reference());
        }
        mustCount(item, field);
        return item;
    }

    private static void mustCount(ExpenditureView item, String field) {
        if (!Amounts.of(item).counts()) {
            throw Refusal.ofField(
                    FundingRule.EXPENDITURE_NOT_APPROVED, field, "number", item.number(), "status", item.status());
        }
    }

    /** The items on whose accounts it draws. */
    List<ExpenditureView> accounts() {
        return named.stream().map(Named::account).toList();
    }

    /**
     * Those lines that rest on items by their places, each with the amount that it says or all that is left.
     *
     * @param items as the books know them now
     * @param stands what stands on their accounts
     */
    SortedMap<Integer, ClaimLine> lines(Financing financing, Map<UUID, Expenditure> items, Map<UUID, Stands> stands) {
        var lines = new TreeMap<Integer, ClaimLine>();
        for (var line : named) {
            var account = line.account().id();
            var left = left(line, financing, items.get(account).amounts(), stands.get(account));
            lines.put(line.n(), ClaimLine.of(line.terms(), line.item(), account, amount(line, financing, left)));
        }
        return lines;
    }

    private static Left left(Named line, Financing financing, Amounts amounts, Stands stands) {
        var own = Amounts.of(line.item());
        if (Left.isOfNoUnion(own, financing)) {
            throw Refusal.ofField(
                    FundingRule.NO_EU_SHARE, line.field(), "number", line.item().number());
        }
        return Left.of(own, financing, amounts, stands);
    }

    private static Money amount(Named line, Financing financing, Left left) {
        var said = line.terms().amount();
        if (said == null && !left.claimable().isPositive()) {
            throw Refusal.ofField(
                    FundingRule.NOTHING_LEFT_TO_CLAIM,
                    line.field(),
                    "number",
                    line.item().number());
        }
        if (said == null || said.compareTo(left.claimable()) <= 0) {
            return said == null ? left.claimable() : said;
        }
        boolean isTooMuchDeclared = financing.isOfUnion() && said.compareTo(left.declarable()) > 0;
        throw isTooMuchDeclared
                ? exceeding(Chain.DECLARING, line, left.declarable(), said)
                : exceeding(Chain.FUNDING, line, left.fundable(), said.times(financing.rate()));
    }

    private static Refusal exceeding(Chain chain, Named line, Money available, Money amount) {
        return Refusal.ofField(
                chain.exceeded(),
                line.field() + ".amount",
                "available",
                available.toString(),
                "amount",
                amount.toString());
    }
}
