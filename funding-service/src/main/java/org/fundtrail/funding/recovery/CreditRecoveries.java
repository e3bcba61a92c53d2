package org.fundtrail.funding.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.claim.Claim;
import org.fundtrail.funding.claim.PaidLine;
import org.fundtrail.funding.expenditure.Chain;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.Expenditure;
import org.fundtrail.funding.expenditure.Expenditures;
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
    private final Expenditures expenditures;
    private final Steps steps;

    CreditRecoveries(EntityManager entities, Recoverable recoverable, Expenditures expenditures, Steps steps) {
        this.entities = entities;
        this.recoverable = recoverable;
        this.expenditures = expenditures;
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

    /** Of a claim that is not paid yet it is deducted. */
    private void establish(TakenBack taken, Writer system, List<Change> changes) {
        var claim = entities.find(Claim.class, taken.claim(), LockModeType.PESSIMISTIC_WRITE);
        if (PAID.contains(claim.status())) {
            establish(claim, taken.item(), taken.declared(), taken.funded(), system)
                    .ifPresent(changes::add);
        }
    }

    /**
     * What credit notes took back of a claim that is paid and nobody recovers yet, because something else was to be recovered that came to
     * nothing; the claim is locked.
     */
    List<Change> lacking(Claim claim, Writer by) {
        var system = Writer.system("follower", by.institution(), by.key(), by.at());
        return PaidLine.of(claim).stream()
                .filter(line -> line.account() != null)
                .map(line -> entities.find(Expenditure.class, line.account()))
                .flatMap(item -> establish(claim, item, Money.zero(), Money.zero(), system).stream())
                .toList();
    }

    /**
     * Of all that credit notes took back of a line so far goes what is recovered because of it already, whatever became of that: so that one
     * note comes to what two of its halves come to. What is being recovered for another reason is not recovered twice.
     *
     * @param declared what is taken back now of what it declares, and is on no account yet
     * @param funded of what its allocation pays
     */
    private Optional<Change> establish(Claim claim, Expenditure item, Money declared, Money funded, Writer system) {
        var recovery = new Recovery(claim, recoverable.next(claim), true, system);
        var lines = recoverable.of(claim, recovery.id()).stream()
                .filter(left -> item.id().equals(left.line().account()))
                .map(left -> due(claim, left, declared, funded))
                .filter(line -> line.share().isPositive())
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        recovery.say(lines, DeductionKind.NOT_PROVEN, reason(item));
        var change = steps.take(recovery, RecoveryStep.PROPOSE, null, system);
        recovery.persist();
        return Optional.of(change);
    }

    private RecoveryLine due(Claim claim, Recoverable.Left left, Money declared, Money funded) {
        var line = left.line();
        var before = recoverable.ofCredits(claim, line.line());
        var credited = expenditures.credited(Set.of(claim.id())).getOrDefault(claim.id(), Credited.NOTHING);
        var allDeclared =
                declared.plus(credited.of(Chain.DECLARING, line.account())).plus(before.settledDeclared());
        var allFunded = funded.plus(credited.of(Chain.FUNDING, line.account())).plus(before.settledShare());
        return left.taking(
                line.overpaid(allDeclared, allFunded).minus(before.share()), allDeclared.minus(before.declared()));
    }

    private static String reason(Expenditure item) {
        return "Credit note: of %s %s were credited, %s of what is eligible"
                .formatted(
                        item.subject().reference(),
                        item.amounts().credited(),
                        item.amounts().eligibleCredited());
    }
}
