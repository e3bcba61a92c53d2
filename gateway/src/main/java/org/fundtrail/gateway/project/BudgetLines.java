package org.fundtrail.gateway.project;

import java.util.List;
import java.util.function.Function;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.costline.CostLineView;

/** The lines of a project's budget, and what they come to. */
public record BudgetLines(List<CostLineView> all) {
    /** All lines of a project, in the order in which they were recorded. */
    public static BudgetLines of(CostLineClient costLines, String project) {
        return new BudgetLines(
                Services.infrastructure(() -> Whole.list(after -> costLines.ofProject(project, after, 200))));
    }

    public Money original() {
        return sum(CostLineView::originalBudget);
    }

    /** Nothing, or something is wrong: what one line gives another gets. */
    public Money transfers() {
        return sum(CostLineView::transfers);
    }

    public Money changes() {
        return sum(CostLineView::budgetChanges);
    }

    public Money current() {
        return sum(CostLineView::currentBudget);
    }

    public Money pending() {
        return sum(CostLineView::pendingBudgetChanges);
    }

    private Money sum(Function<CostLineView, Money> amount) {
        return all.stream().map(amount).reduce(Money.zero(), Money::plus);
    }
}
