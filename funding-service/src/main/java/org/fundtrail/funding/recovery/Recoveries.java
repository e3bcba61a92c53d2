package org.fundtrail.funding.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Rule;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.recovery.RecoveryDecision;
import org.fundtrail.funding.api.recovery.RecoveryTerms;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.claim.Claim;
import org.fundtrail.funding.claim.ClaimRecords;
import org.fundtrail.funding.claim.PaidLine;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/**
 * What people can do with recoveries until they are ordered. The items of their claim are locked first where money of them moves or is
 * divided, then its allocation, the claim, and the recovery; a closed allocation stands against none of it.
 */
@ApplicationScoped
class Recoveries {
    private final EntityManager entities;
    private final ClaimRecords claims;
    private final Expenditures expenditures;
    private final Recoverable recoverable;
    private final CreditRecoveries ofCredits;
    private final DebitNotes notes;
    private final Steps steps;
    private final Journal journal;

    Recoveries(
            EntityManager entities,
            ClaimRecords claims,
            Expenditures expenditures,
            Recoverable recoverable,
            CreditRecoveries ofCredits,
            DebitNotes notes,
            Steps steps,
            Journal journal) {
        this.entities = entities;
        this.claims = claims;
        this.expenditures = expenditures;
        this.recoverable = recoverable;
        this.ofCredits = ofCredits;
        this.notes = notes;
        this.steps = steps;
        this.journal = journal;
    }

    /** Establishes it; nothing moves until somebody else has ordered it. */
    @Transactional
    Recovery record(RecoveryTerms terms, Writer by) {
        Values.check(terms, by.today());
        var claim = lockedWithItems(meant(terms, by), by);
        mustBePaid(claim);
        var recovery = new Recovery(claim, recoverable.next(claim), false, by);
        recovery.say(lines(recovery, terms), terms.kindOrNotProven(), terms.reason(), found(claim, terms));
        var change = steps.take(recovery, RecoveryStep.RECORD, null, by);
        recovery.persist();
        journal.write(change);
        return recovery;
    }

    /** Says what a returned one should say instead, and establishes it again. It stays on its claim. */
    @Transactional
    Recovery change(UUID id, Integer readVersion, RecoveryTerms terms, Writer by) {
        Values.check(terms, by.today());
        lockedWithItems(Parents.of(entities, Recovery.class, "claim", id), by);
        var recovery = alone(id, readVersion, by);
        steps.mustBeOpen(recovery, RecoveryStep.CHANGE, null, by);
        mustStay(recovery, terms, by);
        var lines = lines(recovery, terms);
        var found = found(recovery.claim(), terms);
        var change = steps.take(recovery, RecoveryStep.CHANGE, null, by);
        recovery.say(lines, terms.kindOrNotProven(), terms.reason(), found);
        write(recovery, RecoveryStep.CHANGE, change, by);
        return recovery;
    }

    /** With what credit notes took back and is recovered by nobody, where this comes to less than it did, or to nothing. */
    private void write(Recovery recovery, RecoveryStep step, Change change, Writer by) {
        var changes = new ArrayList<Change>();
        changes.add(change);
        if (!step.leavesMoreToRecover()) {
            journal.write(changes);
            return;
        }
        entities.flush(); // what it comes to now counts below
        changes.addAll(ofCredits.lacking(recovery.claim(), by));
        journal.write(changes);
    }

    private void mustStay(Recovery recovery, RecoveryTerms terms, Writer by) {
        boolean isOfItem = terms.claim() == null
                && PaidLine.of(recovery.claim()).stream().map(PaidLine::item).anyMatch(terms.invoice()::equals);
        if (!isOfItem && !meant(terms, by).equals(recovery.claim().id())) {
            throw Refusal.ofField(
                    FundingRule.RECOVERY_STAYS_ON_ITS_CLAIM,
                    "claim",
                    "reference",
                    recovery.subject().reference());
        }
    }

    /** The claim of which something is recovered, as it stands before anything is locked. */
    private UUID meant(RecoveryTerms terms, Writer by) {
        if (terms.claim() != null) {
            return claims.named(terms.claim(), "claim", by);
        }
        var item = terms.invoice().toString();
        var paid = claims.paidFor(terms.invoice(), by);
        if (paid.isEmpty()) {
            throw Refusal.ofField(FundingRule.ITEM_NOT_PAID_FOR, "invoice", "value", item);
        }
        if (paid.size() > 1) {
            throw Refusal.ofField(
                    FundingRule.ITEM_OF_SEVERAL_CLAIMS,
                    "invoice",
                    "value",
                    item,
                    "claims",
                    String.join(", ", paid.keySet()));
        }
        return paid.values().iterator().next();
    }

    private static void mustBePaid(Claim claim) {
        if (claim.status() != ClaimStatus.PAID) {
            throw Refusal.ofField(
                    FundingRule.CLAIM_NOT_PAID,
                    "claim",
                    "reference",
                    claim.subject().reference(),
                    "status",
                    claim.status().name());
        }
    }

    /** What the amount is of each line; the claim is locked, with its items. */
    private List<RecoveryLine> lines(Recovery recovery, RecoveryTerms terms) {
        var claim = recovery.claim();
        var left = recoverable.of(claim, recovery.id()).stream()
                .filter(line -> terms.invoice() == null || line.line().isOf(terms.invoice()))
                .toList();
        if (left.isEmpty()) {
            throw Refusal.ofField(
                    FundingRule.ITEM_OF_ANOTHER_CLAIM,
                    "invoice",
                    "reference",
                    claim.subject().reference(),
                    "value",
                    terms.invoice().toString());
        }
        return Recoverable.divided(terms.amount(), left);
    }

    /** The finding that it names, as the claim says it now; refused where it has none there. */
    private Found found(Claim claim, RecoveryTerms terms) {
        var finding = terms.finding();
        if (finding == null) {
            return null;
        }
        boolean isAtQuestion = finding.question() != null;
        int n = isAtQuestion ? finding.question() : finding.line();
        var text = isAtQuestion ? claims.foundAtQuestion(claim.id(), n) : claims.foundAtLine(claim.id(), n);
        if (text == null) {
            var place = isAtQuestion ? "question" : "line";
            throw Refusal.ofField(
                    FundingRule.FINDING_UNKNOWN,
                    "finding." + place,
                    "reference",
                    claim.subject().reference(),
                    "place",
                    place,
                    "n",
                    String.valueOf(n));
        }
        return new Found(finding, text);
    }

    /** Orders it, so that it is due and has its debit note. Or returns it, or rejects it. */
    @Transactional
    Recovery decide(UUID id, Integer readVersion, RecoveryDecision said, Writer by) {
        Values.check(said, by.today());
        var recovery = locked(id, readVersion, by);
        var on = said.on() == null ? by.today() : said.on();
        var step = RecoveryStep.decided(said.outcome(), said.reason());
        if (step == RecoveryStep.RETURN && recovery.isOfCredit()) {
            throw Refusal.ofField(
                    FundingRule.RECOVERY_OF_CREDIT_STAYS,
                    "outcome",
                    "reference",
                    recovery.subject().reference());
        }
        var change = taken(recovery, step, said.reason(), on, by);
        if (step == RecoveryStep.ORDER) {
            mustNotBeBefore(FundingRule.BEFORE_THE_PAYMENT, recovery.claim().paidOn(), on, "on");
            if (said.dueOn() != null) {
                mustNotBeBefore(FundingRule.BEFORE_THE_ORDER, on, said.dueOn(), "dueOn");
            }
            recovery.ordered(new Order(notes.next(recovery.institution(), on.getYear()), on, said));
            new RecoveryBooks(recovery, change).order();
        }
        write(recovery, step, change, by);
        return recovery;
    }

    /** Takes a step that has no address of its own: withdraws it. */
    @Transactional
    Recovery take(UUID id, Integer readVersion, StepTerms said, Writer by) {
        var step = Step.meant(RecoveryStep.values(), said, by.today());
        var recovery = locked(id, readVersion, by);
        write(recovery, step, taken(recovery, step, said.reason(), said.on() == null ? by.today() : said.on(), by), by);
        return recovery;
    }

    Change taken(Recovery recovery, RecoveryStep step, String reason, LocalDate on, Writer by) {
        return steps.take(recovery, step, reason, by).on(on);
    }

    /** Refuses a day that is before one on which something happened that it rests on. */
    static void mustNotBeBefore(Rule rule, LocalDate first, LocalDate day, String field) {
        if (day.isBefore(first)) {
            throw Refusal.ofField(rule, field, "day", first.toString());
        }
    }

    /** It, if the reader sees it. */
    Recovery find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Recovery.class, id), reader);
    }

    /** It while nobody else does anything with it or its claim. */
    Recovery locked(UUID id, Integer readVersion, Writer by) {
        claims.locked(Parents.of(entities, Recovery.class, "claim", id), null, by);
        return alone(id, readVersion, by);
    }

    /** The claim of it, with the items that it names. */
    Claim lockedWithItems(UUID claim, Writer by) {
        expenditures.locked(claims.accounts(claim), by);
        return claims.locked(claim, null, by);
    }

    /** It once its claim is locked. */
    Recovery alone(UUID id, Integer readVersion, Writer by) {
        var recovery = Recorded.own(entities.find(Recovery.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        recovery.mustBe(readVersion);
        return recovery;
    }

    List<Recovery> list(Listing<Recovery> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
