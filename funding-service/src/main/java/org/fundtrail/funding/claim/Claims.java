package org.fundtrail.funding.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.funding.api.claim.ClaimAuthorisation;
import org.fundtrail.funding.api.claim.ClaimClockChange;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimPayment;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.ClaimSubmission;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.ClaimWithdrawal;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.costoption.CostOptions;
import org.fundtrail.funding.expenditure.Costs;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.Expenditure;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Steps;

/**
 * What people can do with claims. What the items of infrastructure-service come to is read before the transaction; within it their rows are
 * locked first, then the allocation, then the claim.
 */
@ApplicationScoped
public class Claims {
    private final EntityManager entities;
    private final ClaimRecords records;
    private final Allocations allocations;
    private final Expenditures expenditures;
    private final CostOptions options;
    private final Examinations examinations;
    private final Offsets offsets;
    private final Steps steps;
    private final Journal journal;

    Claims(
            EntityManager entities,
            ClaimRecords records,
            Allocations allocations,
            Expenditures expenditures,
            CostOptions options,
            Examinations examinations,
            Offsets offsets,
            Steps steps,
            Journal journal) {
        this.entities = entities;
        this.records = records;
        this.allocations = allocations;
        this.expenditures = expenditures;
        this.options = options;
        this.examinations = examinations;
        this.offsets = offsets;
        this.steps = steps;
        this.journal = journal;
    }

    /** What infrastructure-service says of what a request names. */
    record Read(ProjectView project, Costs costs) {}

    /** A claim that somebody works on, with the items that it names, all of it locked. */
    private record Locked(Claim claim, Map<UUID, Expenditure> items) {}

    /** Records a draft: it takes nothing, but the items that it names are known to the books from now on. */
    @Transactional
    Claim record(ClaimTerms terms, Read read, Writer by) {
        Values.check(terms, by.today());
        var drafting = new Drafting(terms, read.project(), read.costs());
        var entered = expenditures.enter(drafting.accounts(), by);
        var allocation = allocations.alone(terms.allocation(), "allocation", by);
        allocation.mustBeInForce();
        var claim = new Claim(allocation, next(allocation), by);
        var change = steps.take(claim, ClaimStep.RECORD, null, by);
        say(claim, terms, read.project(), drafting, entered, by);
        claim.persist();
        write(entered, change, by);
        return claim;
    }

    /** Which of its allocation's a new one is; the allocation is locked. */
    private int next(Allocation allocation) {
        return 1
                + entities.createQuery(
                                "SELECT coalesce(max(r.n), 0) FROM Claim r WHERE r.allocation.id = :allocation",
                                Integer.class)
                        .setParameter("allocation", allocation.id())
                        .getSingleResult();
    }

    /** Says what a draft, or what came back, should say instead; it takes over anew what its items come to. */
    @Transactional
    Claim change(UUID id, Integer readVersion, ClaimTerms terms, Read read, Writer by) {
        Values.check(terms, by.today());
        var drafting = new Drafting(terms, read.project(), read.costs());
        var entered = expenditures.enter(drafting.accounts(), by);
        var claim = locked(id, readVersion, by);
        mustStay(claim, Named.of(terms.allocation()));
        claim.allocation().mustBeInForce();
        var change = steps.take(claim, ClaimStep.CHANGE, null, by);
        say(claim, terms, read.project(), drafting, entered, by);
        write(entered, change, by);
        return claim;
    }

    private static void mustStay(Claim claim, Named allocation) {
        var its = claim.allocation();
        if (!its.id().equals(allocation.id()) && !its.reference().equals(allocation.reference())) {
            throw Refusal.ofField(
                    FundingRule.CLAIM_STAYS_ON_ITS_ALLOCATION,
                    "allocation",
                    "reference",
                    claim.subject().reference());
        }
    }

    private void say(
            Claim claim,
            ClaimTerms terms,
            ProjectView project,
            Drafting drafting,
            Expenditures.Entered entered,
            Writer by) {
        var stands = expenditures.stands(entered.items().keySet());
        var lines = drafting.lines(claim.financing(), entered.items(), stands);
        var named = options.named(OptionLines.names(terms), by);
        var ofOptions = new OptionLines(terms, claim.allocation(), project.id(), named);
        ofOptions.addTo(lines, options.stands(ofOptions.options()), records.counted(ofOptions.options(), claim));
        claim.say(project, List.copyOf(lines.values()), before(claim));
    }

    /** What credit notes took back of claims that are paid is recovered: these claims are locked last. */
    private void write(Expenditures.Entered entered, Change change, Writer by) {
        var changes = new ArrayList<>(entered.changes());
        changes.add(change);
        changes.addAll(expenditures.recovering(entered, by));
        journal.write(changes);
    }

    /** What other claims of its allocation hold or were paid: caps are of the whole. The allocation is locked. */
    private Financing.Before before(Claim claim) {
        return records.others(claim, ClaimRecords.HOLDING);
    }

    /** Submits it: from now on it holds what it claims, and nobody else can. */
    @Transactional
    Claim submit(UUID id, Integer readVersion, ClaimSubmission said, Costs costs, Writer by) {
        Values.check(said, by.today());
        var locked = lockedWithItems(id, readVersion, by);
        var claim = locked.claim();
        claim.allocation().mustBeInForce();
        var before = before(claim);
        var change = taken(claim, ClaimStep.SUBMIT, null, said.on(), by);
        mustBe(locked, costs);
        var on = said.on() == null ? by.today() : said.on();
        LineCost.of(claim.lines()).forEach(cost -> cost.mustBe(costs.of(cost.item())));
        LineCost.of(claim.lines()).forEach(cost -> LineCost.mustBeIssued(costs.of(cost.item()), on));
        claim.comeTo(before, fundable(locked));
        claim.clock().begin(on);
        new ClaimBooks(claim, change).take();
        journal.write(change);
        return claim;
    }

    /** Stops the clock or lets it go on. */
    @Transactional
    Claim turnClock(UUID id, Integer readVersion, ClaimClockChange said, Writer by) {
        Values.check(said, by.today());
        var claim = locked(id, readVersion, by);
        boolean isStop = said.action() == ClaimClockChange.Action.STOP;
        var change = taken(claim, isStop ? ClaimStep.STOP_CLOCK : ClaimStep.START_CLOCK, said.reason(), said.on(), by);
        var on = said.on() == null ? by.today() : said.on();
        if (isStop) {
            claim.clock().stop(on);
        } else {
            claim.clock().start(on);
        }
        journal.write(change);
        return claim;
    }

    /** Verifies it: what is deducted it gives up, the rest is eligible. Or sends it back, or refuses it. */
    @Transactional
    Claim verify(UUID id, Integer readVersion, ClaimVerification said, Costs costs, Writer by) {
        Values.check(said, by.today());
        var step = ClaimStep.verifying(said.outcome(), said.reason());
        var locked = lockedWithItems(id, readVersion, by);
        var change = step.givesBack()
                ? givenBack(locked, step, said.reason(), said.on(), by)
                : verified(locked, said, costs, by);
        examinations.say(locked.claim(), said);
        journal.write(change);
        return locked.claim();
    }

    private Change verified(Locked locked, ClaimVerification said, Costs costs, Writer by) {
        var claim = locked.claim();
        var before = before(claim);
        var change = taken(claim, ClaimStep.VERIFY, said.reason(), said.on(), by);
        claim.clock().mustNotBeBefore(said.on());
        mustBe(locked, costs);
        new ClaimBooks(claim, change).verify(said, before, credited(claim));
        mustBePaid(claim, costs);
        return change;
    }

    /** Authorises it, so that it is paid. Or returns it, or rejects it. */
    @Transactional
    Claim authorise(UUID id, Integer readVersion, ClaimAuthorisation said, Costs costs, Writer by) {
        Values.check(said, by.today());
        var step = ClaimStep.authorising(said.outcome(), said.reason());
        if (step.givesBack()) {
            return giveBack(id, readVersion, step, said.reason(), said.on(), by);
        }
        var locked = lockedWithItems(id, readVersion, by);
        var change = taken(locked.claim(), step, said.reason(), said.on(), by);
        locked.claim().clock().mustNotBeBefore(said.on());
        holdingAsBefore(locked, change, costs).authorise(records.others(locked.claim(), ClaimRecords.AUTHORISED));
        journal.write(change);
        return locked.claim();
    }

    /** Says that the beneficiary was paid. */
    @Transactional
    Claim pay(UUID id, Integer readVersion, ClaimPayment said, Costs costs, Writer by) {
        Values.check(said, by.today());
        var locked = lockedWithItems(id, readVersion, by);
        var claim = locked.claim();
        var change = taken(claim, ClaimStep.PAY, null, said.paidOn(), by);
        holdingAsBefore(locked, change, costs).pay();
        claim.paid(said);
        mustBeWithinCap(claim);
        journal.write(change);
        return claim;
    }

    /** Refuses to pay what all that is authorised or paid would come to too much since another one came back. */
    private void mustBeWithinCap(Claim claim) {
        var room = records.room(claim);
        if (claim.share().compareTo(room) > 0) {
            throw Refusal.of(
                    FundingRule.CAP_EXCEEDED_SINCE,
                    "reference",
                    claim.subject().reference(),
                    "amount",
                    claim.share().minus(room).toString());
        }
    }

    /** Takes back what one has recorded oneself. */
    @Transactional
    Claim withdraw(UUID id, Integer readVersion, ClaimWithdrawal said, Writer by) {
        Values.check(said, by.today());
        return giveBack(id, readVersion, ClaimStep.WITHDRAW, said.reason(), said.on(), by);
    }

    /** What of each line's cost nobody funds. A cost option has no cost that somebody else could fund. */
    private List<Money> fundable(Locked locked) {
        var stands = expenditures.stands(locked.items().keySet());
        return locked.claim().lines().stream()
                .map(line -> line.isOfCost()
                        ? stands.get(line.account())
                                .funding()
                                .freeOf(locked.items()
                                        .get(line.account())
                                        .amounts()
                                        .fundable())
                        : line.amount())
                .toList();
    }

    private Claim giveBack(UUID id, Integer readVersion, ClaimStep step, String reason, LocalDate on, Writer by) {
        var claims = offsets.with(id);
        var items = expenditures.locked(records.accounts(claims), by);
        records.lock(claims, by);
        var locked = with(items, id, readVersion, by);
        var changes = new ArrayList<>(List.of(givenBack(locked, step, reason, on, by)));
        changes.addAll(offsets.release(locked.claim(), claims, reason, by));
        journal.write(changes);
        return locked.claim();
    }

    private Change givenBack(Locked locked, ClaimStep step, String reason, LocalDate on, Writer by) {
        var claim = locked.claim();
        boolean isHolding = claim.isHolding();
        var change = taken(claim, step, reason, on, by);
        if (isHolding) {
            var stands = expenditures.stands(locked.items().keySet());
            new ClaimBooks(claim, change).giveBack(credited(claim), locked.items(), stands);
            claim.holdNothing(Financing.Before.NOTHING);
        }
        claim.clock().end();
        return change;
    }

    private Change taken(Claim claim, ClaimStep step, String reason, LocalDate on, Writer by) {
        return steps.take(claim, step, reason, by).on(on == null ? by.today() : on);
    }

    /** The items are what the books know of them, and whatever credit notes took back of what it holds is there again. */
    private ClaimBooks holdingAsBefore(Locked locked, Change change, Costs costs) {
        mustBe(locked, costs);
        mustBePaid(locked.claim(), costs);
        var books = new ClaimBooks(locked.claim(), change);
        books.holdAsBefore(credited(locked.claim()));
        return books;
    }

    /** Refuses to go on where an item is not what the books know of it. */
    private static void mustBe(Locked locked, Costs costs) {
        for (var cost : LineCost.of(locked.claim().lines())) {
            var account = costs.of(cost.account());
            if (account == null || costs.of(cost.item()) == null) { // changed since they were read
                throw Refusal.of(JournalRule.RIVALS);
            }
            locked.items().get(cost.account()).mustBe(account);
            if (!cost.item().equals(cost.account())) { // the books know only the one whose accounts it shares
                cost.mustBe(costs.of(cost.item()));
            }
        }
    }

    /** Only what was paid is eligible (CPR 63(2)); of what is deducted wholly nothing is. */
    private static void mustBePaid(Claim claim, Costs costs) {
        for (int n = 0; n < claim.lines().size(); n++) {
            var line = claim.lines().get(n);
            boolean isLeft = line.amount().compareTo(claim.holding(n).deducted()) > 0;
            var item = line.kind() == ClaimLineKind.INVOICE && isLeft ? costs.of(line.item()) : null;
            if (item != null && !item.status().equals("PAID")) {
                throw Refusal.of(FundingRule.INVOICE_NOT_PAID, "number", item.number(), "status", item.status());
            }
        }
    }

    private Credited credited(Claim claim) {
        return expenditures.credited(Set.of(claim.id())).getOrDefault(claim.id(), Credited.NOTHING);
    }

    /** The claim, if the reader sees it. */
    Claim find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Claim.class, id), reader);
    }

    /** Whether what waits is the reversal of its payment, as it stands before anything is locked. */
    boolean isBeingReversed(UUID id, Caller reader) {
        return Recorded.own(find(id, reader), reader).status() == ClaimStatus.REVERSAL_PROPOSED;
    }

    /** What has to be read before the claim goes on: the items that it names, and those on whose accounts they draw. */
    Set<UUID> items(UUID id, Caller reader) {
        var ids = new TreeSet<UUID>();
        for (var cost : LineCost.of(Recorded.own(find(id, reader), reader).lines())) {
            ids.add(cost.item());
            ids.add(cost.account());
        }
        return ids;
    }

    /** The items of a claim by their ids first, then the allocation, and then the claim, as everybody locks them. */
    private Locked lockedWithItems(UUID id, Integer readVersion, Writer by) {
        return with(expenditures.locked(records.accounts(id), by), id, readVersion, by);
    }

    private Locked with(Map<UUID, Expenditure> items, UUID id, Integer readVersion, Writer by) {
        var claim = locked(id, readVersion, by);
        if (!items.keySet().containsAll(LineCost.accounts(claim.lines()))) { // changed meanwhile
            throw Refusal.of(JournalRule.RIVALS);
        }
        return new Locked(claim, items);
    }

    Claim locked(UUID id, Integer readVersion, Writer by) {
        return records.locked(id, readVersion, by);
    }
}
