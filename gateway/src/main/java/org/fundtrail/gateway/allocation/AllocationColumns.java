package org.fundtrail.gateway.allocation;

import java.util.function.Function;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.AllocationBalances;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.list.PageCsv;

/** The list of allocations as a file for its reader: as in the API, with words for the values of lists. */
final class AllocationColumns {
    private AllocationColumns() {}

    static Columns<AllocationView> in(Language language) {
        return Columns.of(AllocationView.class)
                .with("reference", AllocationView::reference)
                .with("programme", a -> a.programme().code())
                .with("fund", a -> PageCsv.label(language, "fund", a.programme().fund()))
                .with("donor", AllocationView::donor)
                .with("recipient", AllocationView::recipient)
                .with("actionType", a -> PageCsv.label(language, "actionType", a.actionType()))
                .with("purpose", AllocationView::purpose)
                .with("amount", AllocationView::amount)
                .with("counted", AllocationView::counted)
                .with("currency", a -> Money.EUR)
                .with("coFinancingRate", AllocationView::coFinancingRate)
                .with("decision.reference", a -> a.decision().reference())
                .with("decision.date", a -> a.decision().date())
                .with("eligibility.from", a -> a.eligibility().from())
                .with("eligibility.to", a -> a.eligibility().to())
                .with("status", a -> PageCsv.label(language, "allocation.status", a.status()))
                .with("available", of(AllocationBalances::available))
                .with("reserved", of(AllocationBalances::reserved))
                .with("committed", of(AllocationBalances::committed))
                .with("received", of(AllocationBalances::received))
                .with("recordedBy", a -> a.recordedBy().name())
                .with("recordedAt", AllocationView::recordedAt)
                .with(
                        "decidedBy",
                        a -> a.decidedBy() == null ? null : a.decidedBy().name())
                .with("id", AllocationView::id);
    }

    /** What it has once it is in force. */
    private static Function<AllocationView, Money> of(Function<AllocationBalances, Money> balance) {
        return a -> a.balances() == null ? null : balance.apply(a.balances());
    }
}
