package org.fundtrail.funding.recovery;

import java.util.UUID;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.claim.PaidLine;
import org.fundtrail.journal.Account;
import org.fundtrail.journal.Change;

/** What the steps of a recovery move: what is due of it, what is committed to the project again, and what of the items can be claimed again. */
final class RecoveryBooks {
    private final Recovery recovery;
    private final Change change;
    private final Allocation allocation;

    RecoveryBooks(Recovery recovery, Change change) {
        this.recovery = recovery;
        this.change = change;
        allocation = recovery.allocation();
    }

    private Account receivable() {
        return Account.ceiling("RECEIVABLE", allocation.id(), recovery.id());
    }

    /** Ordered, it is due. */
    void order() {
        change.moving(
                recovery.amount(), Account.outside("RECEIVABLE_FROM", allocation.id(), recovery.id()), receivable());
    }

    /** Waived, it is due no more, and nothing of it comes back. */
    void waive() {
        change.moving(recovery.amount(), receivable(), Account.ceiling("WAIVED", allocation.id(), recovery.id()));
    }

    /** Paid back, it is committed to the project again unless the allocation is closed, and what of the items is not proven is free again. */
    void pay(PaidLine.Held held) {
        comeBack(Account.ceiling("RECOVERED", allocation.id(), recovery.id()), held);
    }

    /** The same where it is kept back from another claim. */
    void offset(PaidLine.Held held) {
        comeBack(Account.ceiling("OFFSET", allocation.id(), recovery.id()), held);
    }

    /** What comes back to an allocation that is closed no project claims any more. */
    private Account again(UUID project) {
        return allocation.closedOn() == null ? allocation.committed(project) : allocation.available();
    }

    private void comeBack(Account to, PaidLine.Held held) {
        var project = recovery.projectId();
        change.moving(recovery.amount(), receivable(), to)
                .moving(recovery.amount(), allocation.reimbursed(project), again(project));
        var interest = recovery.settlement().interest();
        if (interest != null) {
            change.movingEitherWay(
                    interest,
                    Account.outside("INTEREST_FROM", allocation.id(), recovery.id()),
                    Account.ceiling("INTEREST", allocation.id(), recovery.id()));
        }
        var staysTaken = recovery.kind() == DeductionKind.NOT_ELIGIBLE;
        for (var line : recovery.lines()) {
            PaidLine.of(recovery.claim(), line.line()).comeBack(change, line.part(), staysTaken, held);
        }
    }
}
