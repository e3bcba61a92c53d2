package org.fundtrail.funding.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.claim.ClaimAuthorisation;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Reversals;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What people can do about a payment that was recorded and did not happen: the claim is authorised still, and can be paid or sent back. */
@ApplicationScoped
class PaymentReversals {
    private final Claims claims;
    private final Reversals reversals;
    private final Steps steps;
    private final Journal journal;

    PaymentReversals(Claims claims, Reversals reversals, Steps steps, Journal journal) {
        this.claims = claims;
        this.reversals = reversals;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes it; the claim is paid until an approver has decided. */
    @Transactional
    Claim propose(UUID id, Integer readVersion, StepTerms said, Writer by) {
        var step = Step.meant(ClaimStep.values(), said, by.today());
        var claim = claims.locked(id, readVersion, by);
        claim.allocation().mustBeInForce();
        reversals.mustBearNothing(claim);
        journal.write(taken(claim, step, said.reason(), by));
        return claim;
    }

    /** Approves it: the claim holds what it was paid. Or leaves it paid. */
    @Transactional
    Claim decide(UUID id, Integer readVersion, ClaimAuthorisation said, Writer by) {
        Values.check(said, by.today());
        mustBeToday(said.on(), by);
        var step = ClaimStep.reversing(said.outcome(), said.reason());
        var claim = claims.locked(id, readVersion, by);
        var change = taken(claim, step, said.reason(), by);
        if (step == ClaimStep.APPROVE_REVERSAL) {
            claim.allocation().mustBeInForce();
            reversals.mustBearNothing(claim);
            claim.notPaid();
            new ClaimBooks(claim, reversals.of(change, claim, ClaimStep.PAY.past())).notPaid();
        }
        journal.write(change);
        return claim;
    }

    private static void mustBeToday(LocalDate on, Writer by) {
        if (on != null && !on.equals(by.today())) {
            throw Refusal.ofField(JournalRule.REVERSAL_COUNTS_TODAY, "on");
        }
    }

    private Change taken(Claim claim, ClaimStep step, String reason, Writer by) {
        return steps.take(claim, step, reason, by).on(by.today());
    }
}
