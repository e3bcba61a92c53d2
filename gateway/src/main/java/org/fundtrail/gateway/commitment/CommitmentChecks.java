package org.fundtrail.gateway.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.position.FinancingPosition;

/** What is looked up for whoever decides on a commitment: its ceiling, its scope, its time, its project's baseline, another like it. */
record CommitmentChecks(CommitmentView commitment, Language language) {

    List<Check> of(
            AllocationView allocation,
            ProgrammeView programme,
            FinancingPosition position,
            Page<CommitmentView> alike) {
        var checks = new ArrayList<Check>();
        if (allocation.balances() != null) {
            checks.add(left(allocation.balances().available()));
        }
        checks.add(scope(programme));
        checks.add(eligible(allocation));
        if (position != null) {
            checks.add(baseline(position));
        }
        checks.add(single(alike));
        return Check.inOrder(checks);
    }

    /** It is reserved already, so what is available is what is left. */
    private Check left(Money left) {
        return Check.of(true, Words.say(language, "check.left", Map.of("left", language.money(left))));
    }

    private Check scope(ProgrammeView programme) {
        var kind = commitment.project().kind();
        var mayPay =
                programme.costScope().stream().anyMatch(scope -> scope.name().equals(kind.toString()));
        var override = commitment.override();
        return Check.of(
                mayPay,
                Words.say(
                        language,
                        mayPay
                                ? "check.in-scope"
                                : override == null ? "check.out-of-scope" : "check.earmark-overridden",
                        Map.of(
                                "programme",
                                programme.code(),
                                "kind",
                                Words.label(language, "kind", kind),
                                "scope",
                                programme.costScope().stream()
                                        .map(one -> Words.label(language, "kind", one))
                                        .collect(Collectors.joining(", ")),
                                "law",
                                programme.fund().law(),
                                "reason",
                                override == null ? "" : override.reason())));
    }

    private Check eligible(AllocationView allocation) {
        var day = commitment.legalCommitment().date();
        var period = allocation.eligibility();
        var isWithin = !day.isBefore(period.from()) && !day.isAfter(period.to());
        return Check.of(
                isWithin,
                Words.say(
                        language,
                        isWithin ? "check.eligible" : "check.not-eligible",
                        Map.of(
                                "day", day.toString(),
                                "from", period.from().toString(),
                                "to", period.to().toString())));
    }

    /** What waits counts this one. */
    private Check baseline(FinancingPosition position) {
        var project = commitment.project().id().toString();
        var beyond = position.beyond(project, Money.zero());
        return beyond == null
                ? Check.of(true, Words.say(language, "check.within-baseline", within(position, project)))
                : Check.of(
                        false,
                        Words.say(
                                language,
                                beyond.baseline() == null ? "note.no-baseline" : "note.beyond-baseline",
                                Map.of(
                                        "then", language.money(beyond.then()),
                                        "over", language.money(beyond.over()),
                                        "baseline",
                                                beyond.baseline() == null ? "" : language.money(beyond.baseline()))));
    }

    private Map<String, String> within(FinancingPosition position, String id) {
        var project = position.projects().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
        return Map.of(
                "then", language.money(project.committed().plus(project.reserved())),
                "baseline", language.money(project.baseline().gross()));
    }

    private Check single(Page<CommitmentView> alike) {
        var reference = commitment.legalCommitment().reference();
        var others = alike.items().stream()
                .filter(other -> !other.id().equals(commitment.id()))
                .count();
        return new Check(
                others == 0,
                Words.say(
                        language,
                        others == 0 ? "check.single-commitment" : "check.other-commitments",
                        Map.of("reference", reference, "count", String.valueOf(others))),
                "/commitments?q=" + Links.encoded(reference));
    }
}
