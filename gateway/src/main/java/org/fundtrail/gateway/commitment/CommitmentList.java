package org.fundtrail.gateway.commitment;

import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.funding.api.commitment.CommitmentFilter;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;

/** The list of commitments: by what it is narrowed, and what stands in it. */
final class CommitmentList {
    static final ListPage<CommitmentView, CommitmentFilter> LIST = ListPage.<CommitmentView, CommitmentFilter>of(
                    FundingKind.COMMITMENT,
                    "type.commitment",
                    CommitmentFilter::new,
                    "recordedAt",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.commitments", (f, text) -> f.q = text),
                    Filter.one("status", "commitment.status", ApprovalStatus.values(), (f, one) -> f.status = one),
                    Filter.asOf((f, day) -> f.asOf = day))
            .with(
                    Column.record(
                            "legalCommitment",
                            "commitments",
                            CommitmentView::id,
                            c -> c.legalCommitment().reference()),
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
                    Column.<CommitmentView>day(
                                    "legalCommitment.date",
                                    c -> c.legalCommitment().date())
                            .inFiles(),
                    Column.money("committed", CommitmentView::counted, CommitmentView::committed)
                            .sorted("committed"),
                    Column.money("amount", CommitmentView::amount)
                            .sorted("amount")
                            .inFiles(),
                    Column.money("counted", CommitmentView::counted).inFiles(),
                    Column.<CommitmentView>text("currency", c -> c.amount().currency())
                            .inFiles(),
                    Column.<CommitmentView>text(
                                    "override",
                                    c -> c.override() == null
                                            ? null
                                            : c.override().reason())
                            .inFiles(),
                    Column.status("commitment", CommitmentView::status),
                    Column.<CommitmentView>text(
                                    "recordedBy", c -> c.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", CommitmentView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<CommitmentView>text(
                                    "decidedBy",
                                    c -> c.decidedBy() == null
                                            ? null
                                            : c.decidedBy().name())
                            .inFiles(),
                    Column.<CommitmentView>text("id", c -> c.id().toString()).inFiles());

    private CommitmentList() {}
}
