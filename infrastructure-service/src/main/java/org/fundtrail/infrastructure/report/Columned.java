package org.fundtrail.infrastructure.report;

import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.report.CostColumns;
import org.fundtrail.infrastructure.api.report.CostReportContract;

/** The columns A to W out of what stands on the accounts, each by its formula. */
final class Columned {
    private Columned() {}

    /**
     * A row, or several together.
     *
     * @param asked with VAT or without, as the reader asked
     * @param net without VAT, for what stays net
     * @param before U in the report that was issued last, or null where there is none
     */
    static CostColumns row(Figures asked, Figures net, Money before) {
        var budget = budget(asked);
        var pendingBudget = asked.at(CostAccount.PENDING_BUDGET_CHANGES);
        var of = committed(asked);
        var direct = asked.at(CostAccount.DIRECT_ACTUAL);
        var actual = of.certified().plus(direct);
        var still = asked.at(CostAccount.FORECAST);
        var atCompletion = estimateAtCompletion(asked);
        return new CostColumns(
                asked.at(CostAccount.ORIGINAL_BUDGET),
                asked.at(CostAccount.TRANSFERS),
                asked.at(CostAccount.BUDGET_CHANGES),
                budget,
                pendingBudget,
                budget.plus(pendingBudget),
                of.originalCommitments(),
                of.approvedVariations(),
                of.priceAdjustments(),
                of.currentCommitments(),
                of.pendingVariations(),
                of.potentialChanges(),
                of.projectedCommitments(),
                direct,
                of.certified(),
                actual,
                of.retentionHeld(),
                of.paid(),
                of.openCommitments(),
                still,
                atCompletion.minus(actual),
                atCompletion,
                budget.minus(estimateAtCompletion(net)),
                before == null ? null : atCompletion.minus(before));
    }

    /** What one contract brings to a row. */
    static CostReportContract contract(UUID id, String reference, Figures asked) {
        var of = committed(asked);
        return new CostReportContract(
                id,
                reference,
                of.originalCommitments(),
                of.approvedVariations(),
                of.priceAdjustments(),
                of.currentCommitments(),
                of.pendingVariations(),
                of.potentialChanges(),
                of.projectedCommitments(),
                of.certified(),
                of.retentionHeld(),
                of.paid(),
                of.openCommitments());
    }

    private static CostReportContract committed(Figures asked) {
        var original = asked.at(CostAccount.ORIGINAL_COMMITMENTS);
        var variations = asked.at(CostAccount.APPROVED_VARIATIONS, CostAccount.PRICE_ADJUSTMENTS);
        var current = original.plus(variations);
        var pending = asked.at(CostAccount.PENDING_VARIATIONS);
        var potential = asked.at(CostAccount.POTENTIAL_CHANGES);
        return new CostReportContract(
                null,
                null,
                original,
                variations,
                asked.at(CostAccount.PRICE_ADJUSTMENTS),
                current,
                pending,
                potential,
                current.plus(pending).plus(potential),
                asked.at(CostAccount.CERTIFIED),
                asked.at(CostAccount.RETAINED),
                asked.at(CostAccount.PAID),
                asked.at(CostAccount.CONTRACTED));
    }

    /** D. */
    static Money budget(Figures net) {
        return net.at(CostAccount.ORIGINAL_BUDGET).plus(net.at(CostAccount.TRANSFERS, CostAccount.BUDGET_CHANGES));
    }

    /** U: what it has cost, what of the contracts is open, what may come to them, and what is still to be contracted. */
    static Money estimateAtCompletion(Figures asked) {
        return asked.at(CostAccount.CERTIFIED, CostAccount.DIRECT_ACTUAL)
                .plus(asked.at(CostAccount.CONTRACTED))
                .plus(asked.at(CostAccount.PENDING_VARIATIONS, CostAccount.POTENTIAL_CHANGES))
                .plus(asked.at(CostAccount.FORECAST));
    }
}
