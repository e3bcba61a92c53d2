package org.fundtrail.gateway.claim;

import org.fundtrail.funding.api.claim.ClaimFigure;
import org.fundtrail.funding.api.claim.ClaimFilter;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;

/** The list of claims: by what it is narrowed, and what stands in it. */
final class ClaimList {
    static final ListPage<ClaimView, ClaimFilter> LIST = ListPage.<ClaimView, ClaimFilter>of(
                    FundingKind.CLAIM, "type.claim", ClaimFilter::new, "-recordedAt", (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.claims", (f, text) -> f.q = text),
                    Filter.one("status", "claim.status", ClaimStatus.values(), (f, one) -> f.status = one),
                    Filter.one("counting", "counting", ClaimFigure.values(), (f, one) -> f.counting = one),
                    Filter.asOf((f, day) -> f.asOf = day))
            .with(
                    Column.<ClaimView>record("reference", "claims", ClaimView::id, ClaimView::reference)
                            .sorted("reference"),
                    Column.record(
                            "allocation",
                            "allocations",
                            c -> c.allocation().id(),
                            c -> c.allocation().reference()),
                    Column.record(
                            "project",
                            "projects",
                            c -> c.project().id(),
                            c -> c.project().reference()),
                    Column.<ClaimView>day("submittedOn", ClaimView::submittedOn).inFiles(),
                    Column.<ClaimView>day(
                            "clock.due",
                            c -> c.clock() == null ? null : c.clock().due()),
                    Column.money("claimed", ClaimView::claimed).inFiles(),
                    Column.money("deducted", ClaimView::deducted).inFiles(),
                    Column.money("eligible", ClaimView::eligible).inFiles(),
                    Column.money("euShare", ClaimView::euShare).inFiles(),
                    Column.money("nationalShare", ClaimView::nationalShare).inFiles(),
                    Column.money("share", ClaimView::counted, ClaimView::share).sorted("share"),
                    Column.money("counted", ClaimView::counted).inFiles(),
                    Column.<ClaimView>text("currency", c -> c.claimed().currency())
                            .inFiles(),
                    Column.status("claim", ClaimView::status),
                    Column.day("paidOn", ClaimView::paidOn).inFiles(),
                    Column.<ClaimView>text("bankReference", ClaimView::bankReference)
                            .inFiles(),
                    Column.<ClaimView>text(
                                    "checklistVersion",
                                    c -> c.checklist() == null
                                            ? null
                                            : String.valueOf(c.checklist().version()))
                            .inFiles(),
                    Column.<ClaimView>text("answered", ClaimView::answered).inFiles(),
                    Column.<ClaimView>text("sampled", ClaimView::lookedAt).inFiles(),
                    Column.<ClaimView>text("recordedBy", c -> c.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", ClaimView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<ClaimView>text("id", c -> c.id().toString()).inFiles());

    private ClaimList() {}
}
