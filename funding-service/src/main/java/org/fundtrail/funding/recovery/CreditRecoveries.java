package org.fundtrail.funding.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.claim.Claim;
import org.fundtrail.funding.expenditure.OnCredit;
import org.fundtrail.funding.expenditure.TakenBack;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Steps;

/** What credit notes take back of claims that were paid the system establishes as recoveries, in the transaction in which it is taken back. */
@ApplicationScoped
class CreditRecoveries implements OnCredit {
    private static final Set<ClaimStatus> PAID = Set.of(ClaimStatus.PAID, ClaimStatus.REVERSAL_PROPOSED);

    private final EntityManager entities;
    private final Recoverable recoverable;
    private final Steps steps;

    CreditRecoveries(EntityManager entities, Recoverable recoverable, Steps steps) {
        this.entities = entities;
        this.recoverable = recoverable;
        this.steps = steps;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> takenBack(List<TakenBack> all, Writer by) {
        var changes = new ArrayList<Change>();
        var system = by.caller().is(Role.SYSTEM) ? by : Writer.system("follower", by.institution(), by.key(), by.at());
        all.stream()
                .sorted(Comparator.comparing((TakenBack one) -> one.claim().toString()))
                .forEach(one -> establish(one, system, changes));
        return changes;
    }

    /** Of a claim that is not paid yet it is deducted; what is being recovered already is not recovered twice. */
    private void establish(TakenBack taken, Writer system, List<Change> changes) {
        var claim = entities.find(Claim.class, taken.claim(), LockModeType.PESSIMISTIC_WRITE);
        if (!PAID.contains(claim.status())) {
            return;
        }
        var recovery = new Recovery(claim, recoverable.next(claim), true, system);
        var lines = recoverable.of(claim, recovery.id()).stream()
                .filter(left -> taken.item().id().equals(left.line().account()))
                .map(left -> left.taking(taken.overpaid(), taken.declared()))
                .filter(line -> line.share().isPositive())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        recovery.say(lines, DeductionKind.NOT_PROVEN, reason(taken));
        changes.add(steps.take(recovery, RecoveryStep.PROPOSE, null, system));
        recovery.persist();
    }

    private static String reason(TakenBack taken) {
        var amounts = taken.item().amounts();
        return "Credit note: of %s %s were credited, %s of what is eligible"
                .formatted(taken.item().subject().reference(), amounts.credited(), amounts.eligibleCredited());
    }
}
