package org.fundtrail.gateway.directcost;

import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.directcost.DirectCostView;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** What is looked up for whoever decides on a direct cost: its paper, its time, another like it. */
record DirectCostChecks(DirectCostView cost, Language language) {

    List<Check> of(ProjectView project, List<DirectCostView> all) {
        return Check.inOrder(List.of(paper(), time(project), single(all)));
    }

    private Check paper() {
        var isNamed = cost.paper() != null;
        return Check.of(
                isNamed,
                Words.say(
                        language,
                        isNamed ? "check.paper" : "check.no-paper",
                        Map.of("paper", isNamed ? cost.paper() : "")));
    }

    private Check time(ProjectView project) {
        var day = cost.on();
        var isWithin = !day.isBefore(project.period().from())
                && !day.isAfter(project.period().to());
        return Check.of(
                isWithin,
                Words.say(
                        language,
                        isWithin ? "check.cost-within" : "check.cost-outside",
                        Map.of(
                                "day", day.toString(),
                                "from", project.period().from().toString(),
                                "to", project.period().to().toString())));
    }

    private Check single(List<DirectCostView> all) {
        var others = all.stream()
                .filter(other -> !other.id().equals(cost.id())
                        && other.costLine().id().equals(cost.costLine().id())
                        && other.amount().equals(cost.amount())
                        && other.on().equals(cost.on()))
                .count();
        return Check.of(
                others == 0,
                Words.say(
                        language,
                        others == 0 ? "check.single-cost" : "check.other-costs",
                        Map.of("line", cost.costLine().name(), "count", String.valueOf(others))));
    }
}
