package org.fundtrail.gateway.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** What is looked up for whoever decides on a contract: its project's baseline, its time, another like it. */
record ContractChecks(ContractView contract, Language language) {

    List<Check> of(ProjectView project, Page<ContractView> alike) {
        var checks = new ArrayList<Check>();
        checks.add(baseline(project));
        checks.add(signed(project));
        checks.add(due(project));
        if (contract.contractor().identifier() != null) { // none is left of one whose data were erased
            checks.add(single(alike));
        }
        return Check.inOrder(checks);
    }

    /** With what is contracted already. */
    private Check baseline(ProjectView project) {
        if (project.baseline() == null) {
            return Check.of(false, Words.say(language, "check.no-baseline", Map.of("project", project.reference())));
        }
        var then = project.contracted().plus(contract.gross());
        var left = project.baseline().gross().minus(then);
        var isWithin = left.amount().signum() >= 0;
        return Check.of(
                isWithin,
                Words.say(
                        language,
                        isWithin ? "check.within-estimate" : "check.above-estimate",
                        Map.of(
                                "then", language.money(then),
                                "baseline", language.money(project.baseline().gross()),
                                "left",
                                        language.money(
                                                isWithin
                                                        ? left
                                                        : then.minus(project.baseline()
                                                                .gross())))));
    }

    private Check signed(ProjectView project) {
        var day = contract.signedOn();
        var isWithin = !day.isBefore(project.period().from())
                && !day.isAfter(project.period().to());
        return Check.of(
                isWithin,
                Words.say(
                        language,
                        isWithin ? "check.signed-within" : "check.signed-outside",
                        Map.of(
                                "day", day.toString(),
                                "from", project.period().from().toString(),
                                "to", project.period().to().toString())));
    }

    private Check due(ProjectView project) {
        var isWithin = !contract.dueOn().isAfter(project.period().to());
        return Check.of(
                isWithin,
                Words.say(
                        language,
                        isWithin ? "check.due-within" : "check.due-after",
                        Map.of(
                                "day", contract.dueOn().toString(),
                                "to", project.period().to().toString())));
    }

    private Check single(Page<ContractView> alike) {
        var others = alike.items().stream()
                .filter(other ->
                        !other.id().equals(contract.id()) && other.gross().equals(contract.gross()))
                .count();
        var contractor = contract.contractor();
        return new Check(
                others == 0,
                Words.say(
                        language,
                        others == 0 ? "check.single-contract" : "check.other-contracts",
                        Map.of("contractor", contractor.name(), "count", String.valueOf(others))),
                "/contracts?q=" + Links.encoded(contractor.identifier()));
    }
}
