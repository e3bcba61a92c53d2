package org.fundtrail.gateway.costoption;

import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.funding.api.costoption.CostOptionFilter;
import org.fundtrail.funding.api.costoption.CostOptionType;
import org.fundtrail.funding.api.costoption.CostOptionView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;

/** The list of cost options: by what it is narrowed, and what stands in it. */
final class CostOptionList {
    static final ListPage<CostOptionView, CostOptionFilter> LIST = ListPage.<CostOptionView, CostOptionFilter>of(
                    FundingKind.COST_OPTION,
                    "type.cost-option",
                    CostOptionFilter::new,
                    "-recordedAt",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.cost-options", (f, text) -> f.q = text),
                    Filter.one("kind", "claimLine", CostOptionType.values(), (f, one) -> f.kind = one),
                    Filter.one("status", "cost-option.status", ApprovalStatus.values(), (f, one) -> f.status = one))
            .with(
                    Column.<CostOptionView>record(
                                    "reference", "cost-options", CostOptionView::id, CostOptionView::reference)
                            .sorted("reference"),
                    Column.text("title", CostOptionView::title),
                    Column.label("claimLine", CostOptionView::kind),
                    Column.<CostOptionView>record(
                                    "allocation",
                                    "allocations",
                                    o -> o.allocation().id(),
                                    o -> o.allocation().reference())
                            .inFiles(),
                    Column.<CostOptionView>record(
                            "project",
                            "projects",
                            o -> o.project().id(),
                            o -> o.project().reference()),
                    Column.money("amount", CostOptionView::amount).sorted("amount"),
                    Column.money("left", CostOptionView::left),
                    Column.money("claimed", CostOptionView::drawn).inFiles(),
                    Column.money("notEligible", CostOptionView::notEligible).inFiles(),
                    Column.<CostOptionView>text("currency", o -> o.amount().currency())
                            .inFiles(),
                    Column.status("cost-option", CostOptionView::status),
                    Column.<CostOptionView>text(
                                    "recordedBy", o -> o.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", CostOptionView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<CostOptionView>text("id", o -> o.id().toString()).inFiles());

    private CostOptionList() {}
}
