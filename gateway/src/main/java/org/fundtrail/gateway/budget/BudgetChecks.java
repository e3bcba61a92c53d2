package org.fundtrail.gateway.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.costline.CostLineRef;
import org.fundtrail.infrastructure.api.costline.CostLineView;

/** What is looked up for whoever decides on what moves or changes budgets: what stands on the lines, and when it was decided. */
record BudgetChecks(List<CostLineView> lines, Language language) {

    /** What the line has now, and has then. */
    Check budget(CostLineRef of, Money change) {
        var now = lines.stream()
                .filter(line -> line.id().equals(of.id()))
                .map(CostLineView::currentBudget)
                .findFirst()
                .orElse(Money.zero());
        var then = now.plus(change);
        var isLeft = then.compareTo(Money.zero()) >= 0;
        return Check.of(
                isLeft,
                Words.say(
                        language,
                        isLeft ? "check.budget-then" : "check.budget-exceeded",
                        Map.of("line", of.name(), "now", language.money(now), "then", language.money(then))));
    }

    /** That it counts from no day before it was decided. */
    Check decided(LocalDate decision, LocalDate on) {
        var isAfter = !on.isBefore(decision);
        return Check.of(
                isAfter,
                Words.say(
                        language,
                        isAfter ? "check.counts-after-decision" : "check.counts-before-decision",
                        Map.of("day", on.toString(), "decision", decision.toString())));
    }
}
