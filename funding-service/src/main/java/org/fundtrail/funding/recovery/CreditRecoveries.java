package org.fundtrail.funding.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.claim.Claim;
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
    private static final String FLAT_RATE_ALONE = "Credit note: a flat rate was paid on what was credited";
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
                .collect(Collectors.groupingBy(one -> one.claim().toString(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(ofOne -> changes.addAll(ofClaim(ofOne, system)));
        return changes;
    }

    /** Of a claim that is not paid yet it is deducted. */
    private List<Change> ofClaim(List<TakenBack> taken, Writer system) {
        var claim = entities.find(Claim.class, taken.get(0).claim(), LockModeType.PESSIMISTIC_WRITE);
        return PAID.contains(claim.status()) ? establish(claim, taken, system) : List.of();
    }

    /**
     * What credit notes took back of a claim that is paid and nobody recovers yet, because something else was to be recovered that came to
     * less or to nothing; the claim is locked.
     */
    List<Change> lacking(Claim claim, Writer by) {
        return establish(claim, List.of(), Writer.system("follower", by.institution(), by.key(), by.at()));
    }

    /** A recovery of each item; what of flat rates was paid on them goes with the first. */
    private List<Change> establish(Claim claim, List<TakenBack> taken, Writer system) {
        var credited = expenditures.credited(Set.of(claim.id())).getOrDefault(claim.id(), Credited.NOTHING);
        var credits = new CreditsOfClaim(claim, credited, recoverable.standing(claim, null));
        taken.forEach(credits::and);
        var ofItems = credits.ofItems();
        var ofFlatRates = credits.ofFlatRates();
        if (ofItems.isEmpty() && ofFlatRates.isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        int n = recoverable.next(claim);
        for (var item : expenditures.known(ofItems.keySet())) {
            var lines = new ArrayList<>(List.of(ofItems.get(item.id())));
            if (changes.isEmpty()) {
                lines.addAll(ofFlatRates);
            }
            changes.add(established(new Recovery(claim, n++, true, system), lines, reason(item), system));
        }
        if (changes.isEmpty()) {
            changes.add(established(new Recovery(claim, n, true, system), ofFlatRates, FLAT_RATE_ALONE, system));
        }
        return changes;
    }

    private Change established(Recovery recovery, List<RecoveryLine> lines, String reason, Writer system) {
        recovery.say(lines, DeductionKind.NOT_PROVEN, reason, null);
        var change = steps.take(recovery, RecoveryStep.PROPOSE, null, system);
        recovery.persist();
        return change;
    }

    private static String reason(Expenditure item) {
        return "Credit note: of %s %s were credited, %s of what is eligible"
                .formatted(
                        item.subject().reference(),
                        item.amounts().credited(),
                        item.amounts().eligibleCredited());
    }
}
