package org.fundtrail.infrastructure.contract;

import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.fundtrail.common.Subject;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;

/** What belongs to a contract and counts at once, numbered in the order in which it is recorded. */
@MappedSuperclass
public abstract class OfContract extends Recorded {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Contract contract;

    private int number;

    private String reference;

    protected OfContract() {}

    /** @param sort what stands before its number in its reference: S of securities */
    protected OfContract(Contract contract, String sort, int number, Writer by) {
        super(by);
        this.contract = contract;
        this.number = number;
        reference = contract.reference() + "/" + sort + number;
    }

    protected String reference() {
        return reference;
    }

    @Override
    public Subject parent() {
        return contract.subject();
    }

    /** Which it is, of which contract, and what it says. */
    protected Facts factsOf(Record terms) {
        return Facts.of(terms)
                .first(
                        "reference",
                        reference,
                        "number",
                        number,
                        "contract",
                        contract.reference(),
                        "contractId",
                        contract.id());
    }
}
