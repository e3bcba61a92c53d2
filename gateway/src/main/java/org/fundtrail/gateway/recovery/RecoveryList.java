package org.fundtrail.gateway.recovery;

import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.recovery.RecoveryFilter;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;

/** The list of recoveries: by what it is narrowed, and what stands in it. */
final class RecoveryList {
    static final ListPage<RecoveryView, RecoveryFilter> LIST = ListPage.<RecoveryView, RecoveryFilter>of(
                    FundingKind.RECOVERY,
                    "type.recovery",
                    RecoveryFilter::new,
                    "-recordedAt",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.recoveries", (f, text) -> f.q = text),
                    Filter.one("status", "recovery.status", RecoveryStatus.values(), (f, one) -> f.status = one))
            .with(
                    Column.<RecoveryView>record("reference", "recoveries", RecoveryView::id, RecoveryView::reference)
                            .sorted("reference"),
                    Column.record(
                            "claim",
                            "claims",
                            r -> r.claim().id(),
                            r -> r.claim().reference()),
                    Column.<RecoveryView>record(
                                    "allocation",
                                    "allocations",
                                    r -> r.allocation().id(),
                                    r -> r.allocation().reference())
                            .inFiles(),
                    Column.<RecoveryView>record(
                                    "project",
                                    "projects",
                                    r -> r.project().id(),
                                    r -> r.project().reference())
                            .inFiles(),
                    Column.text(
                            "debitNote",
                            r -> r.debitNote() == null ? null : r.debitNote().number()),
                    Column.<RecoveryView>day(
                                    "debitNote.dueOn",
                                    r -> r.debitNote() == null
                                            ? null
                                            : r.debitNote().dueOn())
                            .sorted("dueOn"),
                    Column.money("amount", RecoveryView::amount).sorted("amount"),
                    Column.<RecoveryView>money(
                                    "interest",
                                    r -> r.interest() == null
                                            ? null
                                            : r.interest().amount())
                            .inFiles(),
                    Column.money("total", RecoveryView::total),
                    Column.<RecoveryView>text("currency", r -> r.amount().currency())
                            .inFiles(),
                    Column.status("recovery", RecoveryView::status),
                    Column.day("settledOn", RecoveryView::settledOn).inFiles(),
                    Column.<RecoveryView>text("bankReference", RecoveryView::bankReference)
                            .inFiles(),
                    Column.<RecoveryView>text(
                                    "offset",
                                    r -> r.offset() == null ? null : r.offset().reference())
                            .inFiles(),
                    Column.<RecoveryView>text("reason", RecoveryView::reason).inFiles(),
                    Column.<RecoveryView>text("recordedBy", r -> r.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", RecoveryView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<RecoveryView>text("id", r -> r.id().toString()).inFiles());

    private RecoveryList() {}
}
