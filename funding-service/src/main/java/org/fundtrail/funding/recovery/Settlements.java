package org.fundtrail.funding.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.recovery.RecoveryOffset;
import org.fundtrail.funding.api.recovery.RecoveryPayment;
import org.fundtrail.funding.api.recovery.RecoveryWaiver;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.claim.Claim;
import org.fundtrail.funding.claim.ClaimRecords;
import org.fundtrail.funding.claim.Offsets;
import org.fundtrail.funding.claim.PaidLine;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Parents;

/** How an ordered recovery ends: it is paid back, kept back from another claim, or waived. */
@ApplicationScoped
class Settlements {
    private final EntityManager entities;
    private final Recoveries recoveries;
    private final ClaimRecords claims;
    private final Offsets offsets;
    private final Expenditures expenditures;
    private final Journal journal;

    Settlements(
            EntityManager entities,
            Recoveries recoveries,
            ClaimRecords claims,
            Offsets offsets,
            Expenditures expenditures,
            Journal journal) {
        this.entities = entities;
        this.recoveries = recoveries;
        this.claims = claims;
        this.offsets = offsets;
        this.expenditures = expenditures;
        this.journal = journal;
    }

    /** Says that the beneficiary paid it back, with the interest of that day. */
    @Transactional
    Recovery pay(UUID id, Integer readVersion, RecoveryPayment said, Writer by) {
        Values.check(said, by.today());
        recoveries.lockedWithItems(Parents.of(entities, Recovery.class, "claim", id), by);
        var recovery = recoveries.alone(id, readVersion, by);
        var change = recoveries.taken(recovery, RecoveryStep.PAY, null, said.paidOn(), by);
        settle(recovery, said.paidOn(), "paidOn", said.bankReference());
        new RecoveryBooks(recovery, change).pay(held(recovery));
        journal.write(change);
        return recovery;
    }

    /** Keeps it back, with the interest of that day, from what another claim of the project is to be paid. */
    @Transactional
    Recovery offset(UUID id, Integer readVersion, RecoveryOffset said, Writer by) {
        Values.check(said, by.today());
        var on = said.on() == null ? by.today() : said.on();
        var other = claims.named(said.claim(), "claim", by);
        var own = Parents.of(entities, Recovery.class, "claim", id);
        lock(own, other, by);
        var recovery = recoveries.alone(id, readVersion, by);
        var change = recoveries.taken(recovery, RecoveryStep.OFFSET, null, on, by);
        settle(recovery, on, "on", null);
        var against = claims.alone(other, by);
        mustBear(recovery, against);
        entities.lock(against, LockModeType.PESSIMISTIC_FORCE_INCREMENT); // whoever pays it has to know
        recovery.offset(against);
        new RecoveryBooks(recovery, change).offset(held(recovery));
        var facts = against.facts();
        journal.write(List.of(
                change,
                Change.of(against, Role.ACCOUNTANT, "claim.offset", by, facts).on(on)));
        return recovery;
    }

    /** The items of its claim first, its allocation, and both claims in the order of their ids. */
    private void lock(UUID own, UUID other, Writer by) {
        expenditures.locked(claims.accounts(own), by);
        claims.lockAllocation(own, by);
        var both = new TreeSet<>(List.of(own.toString(), other.toString()));
        both.forEach(claim -> claims.alone(UUID.fromString(claim), by));
    }

    private void mustBear(Recovery recovery, Claim against) {
        var reference = against.subject().reference();
        if (!against.project().id().equals(recovery.projectId())) {
            throw Refusal.ofField(
                    FundingRule.OFFSET_OF_ANOTHER_PROJECT,
                    "claim",
                    "reference",
                    reference,
                    "itsProject",
                    against.project().reference(),
                    "project",
                    recovery.projectReference());
        }
        if (against.status() != ClaimStatus.AUTHORISED) {
            throw Refusal.ofField(
                    FundingRule.CLAIM_NOT_TO_BE_PAID,
                    "claim",
                    "reference",
                    reference,
                    "status",
                    against.status().name());
        }
        var toPay = offsets.toPay(against);
        if (recovery.total().compareTo(toPay) > 0) {
            throw Refusal.ofField(
                    FundingRule.EXCEEDS_TO_PAY,
                    "claim",
                    "reference",
                    reference,
                    "available",
                    toPay.toString(),
                    "amount",
                    recovery.total().toString());
        }
    }

    /** Says that nothing is paid back. */
    @Transactional
    Recovery waive(UUID id, Integer readVersion, RecoveryWaiver said, Writer by) {
        Values.check(said, by.today());
        var on = said.on() == null ? by.today() : said.on();
        var recovery = recoveries.locked(id, readVersion, by);
        var change = recoveries.taken(recovery, RecoveryStep.WAIVE, said.reason(), on, by);
        Recoveries.mustNotBeBefore(
                FundingRule.BEFORE_THE_ORDER, recovery.order().orderedOn(), on, "on");
        recovery.settled(Settlement.waived(on));
        new RecoveryBooks(recovery, change).waive();
        journal.write(change);
        return recovery;
    }

    private static void settle(Recovery recovery, LocalDate on, String field, String bankReference) {
        var order = recovery.order();
        Recoveries.mustNotBeBefore(FundingRule.BEFORE_THE_ORDER, order.orderedOn(), on, field);
        recovery.settled(Settlement.of(order, recovery.amount(), on, bankReference));
    }

    /** What its claim holds, and what credit notes took back of that. */
    private PaidLine.Held held(Recovery recovery) {
        var claim = recovery.claim().id();
        return new PaidLine.Held(
                claim,
                expenditures.credited(Set.of(claim)).getOrDefault(claim, Credited.NOTHING),
                expenditures.stands(claims.accounts(claim)));
    }
}
