package org.fundtrail.funding.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.funding.api.receipt.ReceiptStatus;
import org.fundtrail.funding.api.receipt.ReceiptTerms;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Reversals;
import org.fundtrail.records.Steps;

/** What a person can do with money received. */
@ApplicationScoped
public class Receipts {
    private final EntityManager entities;
    private final Allocations allocations;
    private final Steps steps;
    private final Reversals reversals;
    private final Journal journal;

    Receipts(EntityManager entities, Allocations allocations, Steps steps, Reversals reversals, Journal journal) {
        this.entities = entities;
        this.allocations = allocations;
        this.steps = steps;
        this.reversals = reversals;
        this.journal = journal;
    }

    /** Records what arrived; it is set aside at once, so that no more than is allocated can ever be confirmed. */
    @Transactional
    Receipt record(UUID allocationId, ReceiptTerms terms, Writer by) {
        var allocation = allocations.shared(allocationId, by);
        Values.check(terms, by.today());
        allocation.mustBeInForce();
        var receipt = new Receipt(allocation, terms, by);
        var change = steps.take(receipt, ReceiptStep.RECORD, null, by);
        receipt.persist();
        journal.write(change.on(receipt.valueDate())
                .moving(receipt.amount(), allocation.toReceive(), allocation.announced()));
        return receipt;
    }

    /**
     * Confirms, refuses, withdraws or reverses; what was not received is to be received still.
     *
     * @param meant the step, of a receipt that stands there
     */
    @Transactional
    Receipt take(
            UUID id,
            Integer readVersion,
            Function<ReceiptStatus, ReceiptStep> meant,
            String reason,
            LocalDate on,
            Writer by) {
        var receipt = locked(id, by);
        receipt.mustBe(readVersion);
        var step = meant.apply(receipt.status());
        var change = steps.take(receipt, step, reason, by).on(on == null ? receipt.valueDate() : on);
        if (step.isOfReversal()) {
            reverse(receipt, step, change.on(by.today()));
        } else {
            var allocation = receipt.allocation();
            change.moving(
                    receipt.amount(),
                    allocation.announced(),
                    step == ReceiptStep.CONFIRM ? allocation.received() : allocation.toReceive());
        }
        journal.write(change);
        return receipt;
    }

    /** What was received is to be received again, from today on. */
    private void reverse(Receipt receipt, ReceiptStep step, Change change) {
        var allocation = receipt.allocation();
        if (step != ReceiptStep.REFUSE_REVERSAL) {
            allocation.mustBeInForce();
        }
        if (step == ReceiptStep.APPROVE_REVERSAL) {
            reversals
                    .of(change, receipt, ReceiptStep.CONFIRM.past())
                    .moving(
                            receipt.amount(),
                            allocation.received().refusing(JournalRule.REVERSAL_OF_USED_MONEY, null),
                            allocation.toReceive());
        }
    }

    Receipt find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Receipt.class, id), reader);
    }

    /** The allocation first and then what was received on it, as everybody locks them. */
    private Receipt locked(UUID id, Writer by) {
        allocations.shared(Parents.of(entities, Receipt.class, "allocation", id), by);
        return Recorded.own(entities.find(Receipt.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
    }

    List<Receipt> list(UUID allocation, Listing<Receipt> listing, String after, int limit, Caller reader) {
        if (allocation != null) {
            allocations.find(allocation, reader);
        }
        return listing.rows(entities, after, limit);
    }
}
