package org.fundtrail.gateway.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** What is looked up for whoever decides on an allocation: its EU share, its time, what it cites, another like it. */
record AllocationChecks(AllocationView allocation, Language language) {

    List<Check> of(ProgrammeView programme, Page<AllocationView> alike) {
        var checks = new ArrayList<Check>();
        if (allocation.coFinancingCap() != null) {
            checks.add(rate());
        }
        if (programme.period() != null) {
            checks.add(within(programme));
        }
        checks.add(sourced());
        checks.add(single(alike));
        return Check.inOrder(checks);
    }

    private Check rate() {
        var isAllowed = allocation.coFinancingRate().compareTo(allocation.coFinancingCap()) <= 0;
        return Check.of(
                isAllowed,
                Words.say(
                        language,
                        isAllowed ? "check.rate-allowed" : "check.rate-above",
                        Map.of(
                                "rate", language.percent(allocation.coFinancingRate()),
                                "cap", language.percent(allocation.coFinancingCap()),
                                "type", Words.label(language, "actionType", allocation.actionType()))));
    }

    private Check within(ProgrammeView programme) {
        var mine = allocation.eligibility();
        var its = programme.period();
        var isWithin = !mine.from().isBefore(its.from()) && !mine.to().isAfter(its.to());
        return Check.of(
                isWithin,
                Words.say(
                        language,
                        isWithin ? "check.within-programme" : "check.beyond-programme",
                        Map.of("from", its.from().toString(), "to", its.to().toString())));
    }

    private Check sourced() {
        var cited = allocation.sources() == null ? 0 : allocation.sources().size();
        return Check.of(
                cited > 0,
                Words.say(
                        language,
                        cited > 0 ? "check.sourced" : "check.not-sourced",
                        Map.of("count", String.valueOf(cited))));
    }

    /** Of the same programme, decided on the same day, of the same amount. */
    private Check single(Page<AllocationView> alike) {
        var others = alike.items().stream()
                .filter(other ->
                        !other.id().equals(allocation.id()) && other.amount().equals(allocation.amount()))
                .count();
        var day = allocation.decision().date().toString();
        return new Check(
                others == 0,
                Words.say(
                        language,
                        others == 0 ? "check.single-allocation" : "check.other-allocations",
                        Map.of("day", day, "count", String.valueOf(others))),
                "/allocations?programme=" + allocation.programme().id() + "&from=" + day + "&to=" + day);
    }
}
