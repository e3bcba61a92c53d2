package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.account.CostAccount.ADVANCE;
import static org.fundtrail.infrastructure.account.CostAccount.CERTIFIED;
import static org.fundtrail.infrastructure.account.CostAccount.CERTIFIED_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.CONTRACTED;
import static org.fundtrail.infrastructure.account.CostAccount.CONTRACTED_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.DUE;
import static org.fundtrail.infrastructure.account.CostAccount.DUE_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.PAYABLE;
import static org.fundtrail.infrastructure.account.CostAccount.PAYABLE_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.RETAINED;
import static org.fundtrail.infrastructure.account.CostAccount.STATED;
import static org.fundtrail.infrastructure.account.CostAccount.TO_INVOICE;

import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Change;

/** Moves the money of an approved certificate along both chains of its contract, row by row. */
final class Postings {
    private final Change change;
    private final UUID contract;

    private Postings(Change change, UUID contract) {
        this.change = change;
        this.contract = contract;
    }

    static void of(Certificate certificate, Shares shares, Iterable<UUID> rows, Change change) {
        var postings = new Postings(change, certificate.contract().id());
        for (var row : rows) {
            if (certificate.isOfAdvance()) {
                postings.move(shares.net(), row, ADVANCE, PAYABLE);
            } else {
                postings.move(shares.certified(), row, CONTRACTED, CERTIFIED);
                postings.move(shares.certifiedVat(), row, CONTRACTED_VAT, CERTIFIED_VAT);
                postings.move(shares.retained(), row, DUE, RETAINED);
                postings.move(shares.recovered(), row, DUE, ADVANCE);
                postings.move(shares.net(), row, DUE, PAYABLE);
            }
            postings.move(shares.vat(), row, DUE_VAT, PAYABLE_VAT);
        }
        if (certificate.payable().isPositive()) {
            change.moving(
                    certificate.payable(),
                    STATED.of(certificate.id(), postings.contract),
                    TO_INVOICE.of(certificate.id(), postings.contract));
        }
    }

    /** What is below zero goes the other way. */
    private void move(ByRow amounts, UUID row, CostAccount from, CostAccount to) {
        var amount = amounts.of(row);
        if (amount.isPositive()) {
            change.moving(amount, from.of(contract, row), to.of(contract, row));
        } else if (amount.amount().signum() < 0) {
            change.moving(Money.zero().minus(amount), to.of(contract, row), from.of(contract, row));
        }
    }
}
