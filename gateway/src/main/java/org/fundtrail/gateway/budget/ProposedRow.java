package org.fundtrail.gateway.budget;

import java.time.LocalDate;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.budget.BudgetChangeView;
import org.fundtrail.infrastructure.api.budget.BudgetTransferView;
import org.fundtrail.infrastructure.api.directcost.DirectCostView;

/** What is proposed on the lines of a project, as the page of its budget lists it: two things are said of each. */
public record ProposedRow(UUID id, LocalDate on, String first, String second, Money amount, ApprovalStatus status) {
    static ProposedRow of(BudgetTransferView transfer) {
        return new ProposedRow(
                transfer.id(),
                transfer.on(),
                transfer.from().name(),
                transfer.to().name(),
                transfer.amount(),
                transfer.status());
    }

    static ProposedRow of(BudgetChangeView change) {
        return new ProposedRow(
                change.id(),
                change.on(),
                change.costLine().name(),
                change.decision().reference(),
                change.amount(),
                change.status());
    }

    static ProposedRow of(DirectCostView cost) {
        return new ProposedRow(
                cost.id(), cost.on(), cost.description(), cost.costLine().name(), cost.amount(), cost.status());
    }
}
