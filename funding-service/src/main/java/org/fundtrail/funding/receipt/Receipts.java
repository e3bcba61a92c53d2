package org.fundtrail.funding.receipt;

import static org.fundtrail.journal.Listing.Sort;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Recorded;
import org.fundtrail.journal.Role;

/** What a person can do with money received. */
@ApplicationScoped
public class Receipts {
    static final Map<String, Sort<Receipt>> SORTS =
            Map.of("recordedAt", new Sort<>("r.recordedAt", r -> r.recordedAt().toString(), Instant::parse));

    private final EntityManager entities;
    private final Allocations allocations;
    private final Journal journal;
    private final Time time;

    Receipts(EntityManager entities, Allocations allocations, Journal journal, Time time) {
        this.entities = entities;
        this.allocations = allocations;
        this.journal = journal;
        this.time = time;
    }

    /** Records what arrived; it is set aside at once, so that no more than is allocated can ever be confirmed. */
    @Transactional
    Receipt record(UUID allocationId, NewReceipt said, Caller by) {
        var allocation = allocations.own(allocationId, by);
        said.checked(time.today());
        allocation.mustBeInForce();
        var receipt = new Receipt(allocation, said, by, time.now());
        receipt.persist();
        journal.write(Change.of(
                        by,
                        Role.FUNDING_OFFICER,
                        "receipt.recorded",
                        receipt.subject(),
                        "Recorded " + receipt.amount() + " received on the allocation " + allocation.reference())
                .within(allocation.subject())
                .effective(allocation.countsFrom(receipt.valueDate()))
                .changed(Map.of(), receipt.facts())
                .moving(receipt.amount(), allocation.toReceive(), allocation.announced()));
        return receipt;
    }

    /** Confirms it against the bank: from now on it counts as received. */
    @Transactional
    Receipt confirm(UUID id, Integer readVersion, Caller by) {
        return decide(id, readVersion, ReceiptStatus.CONFIRMED, null, by);
    }

    /** Refuses it, with a reason: the amount is still to be received. */
    @Transactional
    Receipt refuse(UUID id, Integer readVersion, String reason, Caller by) {
        if (reason == null) {
            throw Refusal.ofField(JournalRule.REASON_REQUIRED, "reason", "action", "refuse");
        }
        return decide(id, readVersion, ReceiptStatus.REFUSED, reason, by);
    }

    private Receipt decide(UUID id, Integer readVersion, ReceiptStatus wanted, String reason, Caller by) {
        var receipt = Recorded.own(entities.find(Receipt.class, id, LockModeType.PESSIMISTIC_WRITE), by);
        receipt.mustBe(readVersion);
        var before = receipt.facts();
        receipt.decide(wanted, reason, by, time.now());
        var allocation = receipt.allocation();
        boolean confirmed = wanted == ReceiptStatus.CONFIRMED;
        journal.write(Change.of(
                        by,
                        Role.ACCOUNTANT,
                        confirmed ? "receipt.confirmed" : "receipt.refused",
                        receipt.subject(),
                        (confirmed ? "Confirmed " : "Refused ") + receipt.amount() + " received on the allocation "
                                + allocation.reference())
                .within(allocation.subject())
                .because(reason)
                .effective(allocation.countsFrom(receipt.valueDate()))
                .changed(before, receipt.facts())
                .moving(
                        receipt.amount(),
                        allocation.announced(),
                        confirmed ? allocation.received() : allocation.toReceive()));
        return receipt;
    }

    Receipt find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Receipt.class, id), reader);
    }

    List<Receipt> list(UUID allocation, Listing<Receipt> listing, String after, int limit, Caller reader) {
        allocations.find(allocation, reader);
        return listing.rows(entities, after, limit);
    }
}
