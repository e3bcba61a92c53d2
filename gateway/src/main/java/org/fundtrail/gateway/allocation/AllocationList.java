package org.fundtrail.gateway.allocation;

import java.util.function.Function;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.AllocationBalances;
import org.fundtrail.funding.api.allocation.AllocationFilter;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;

/** The list of allocations: by what it is narrowed, and what stands in it. */
final class AllocationList {
    static final ListPage<AllocationView, AllocationFilter> LIST = ListPage.<AllocationView, AllocationFilter>of(
                    FundingKind.ALLOCATION,
                    "type.allocation",
                    AllocationFilter::new,
                    "-recordedAt",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.allocations", (f, text) -> f.q = text),
                    Filter.one("status", "allocation.status", ApprovalStatus.values(), (f, one) -> f.status = one),
                    Filter.one("fund", "fund", Fund.values(), (f, one) -> f.fund = one),
                    Filter.record("programme", (f, id) -> f.programme = id),
                    Filter.from("decided_from", (f, day) -> f.from = day),
                    Filter.to("decided_to", (f, day) -> f.to = day),
                    Filter.asOf((f, day) -> f.asOf = day))
            .with(
                    Column.<AllocationView>record(
                                    "reference", "allocations", AllocationView::id, AllocationView::reference)
                            .sorted("reference"),
                    Column.<AllocationView>text("programme", a -> a.programme().code())
                            .inFiles(),
                    Column.clamped("purpose", (a, language) -> a.purpose()),
                    Column.code("fund", a -> a.programme().fund()),
                    Column.clamped("donor", (a, language) -> a.donor()),
                    Column.text("recipient", AllocationView::recipient).inFiles(),
                    Column.<AllocationView>label("actionType", AllocationView::actionType)
                            .inFiles(),
                    Column.<AllocationView>day(
                                    "decision.date",
                                    a -> a.decision() == null
                                            ? null
                                            : a.decision().date())
                            .sorted("decisionDate"),
                    Column.money("allocated", AllocationView::counted, AllocationList::now)
                            .sorted("allocated"),
                    Column.money("amount", AllocationView::amount)
                            .sorted("amount")
                            .inFiles(),
                    Column.money("counted", AllocationView::counted).inFiles(),
                    Column.<AllocationView>text("currency", a -> a.amount().currency())
                            .inFiles(),
                    Column.share("coFinancingRate", AllocationView::coFinancingRate)
                            .inFiles(),
                    Column.<AllocationView>text(
                                    "decision.reference", a -> a.decision().reference())
                            .inFiles(),
                    Column.<AllocationView>day(
                                    "eligibility.from", a -> a.eligibility().from())
                            .inFiles(),
                    Column.<AllocationView>day(
                                    "eligibility.to", a -> a.eligibility().to())
                            .inFiles(),
                    Column.status("allocation", AllocationView::status),
                    Column.money("available", of(AllocationBalances::available)).inFiles(),
                    Column.money("reserved", of(AllocationBalances::reserved)).inFiles(),
                    Column.money("committed", of(AllocationBalances::committed)).inFiles(),
                    Column.money("received", of(AllocationBalances::received)).inFiles(),
                    Column.day("closedOn", AllocationView::closedOn).inFiles(),
                    Column.<AllocationView>text(
                                    "recordedBy", a -> a.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", AllocationView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<AllocationView>text(
                                    "decidedBy",
                                    a -> a.decidedBy() == null
                                            ? null
                                            : a.decidedBy().name())
                            .inFiles(),
                    Column.<AllocationView>text("id", a -> a.id().toString()).inFiles());

    private AllocationList() {}

    /** What it is now: amended and decommitted once it is in force, before that what is proposed. */
    private static Money now(AllocationView allocation) {
        return allocation.balances() == null
                ? allocation.amount()
                : allocation.balances().allocated();
    }

    /** What an allocation has once it is in force. */
    private static Function<AllocationView, Money> of(Function<AllocationBalances, Money> balance) {
        return a -> a.balances() == null ? null : balance.apply(a.balances());
    }
}
