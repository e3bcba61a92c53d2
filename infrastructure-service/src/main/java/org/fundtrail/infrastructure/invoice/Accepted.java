package org.fundtrail.infrastructure.invoice;

import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.invoice.Available;

/**
 * What an invoice is held against.
 *
 * @param whole what is payable by the certificate with VAT; without one what the contract is worth without VAT
 * @param left what of that no approved invoice uses
 * @param net what is left of it without VAT, row by row of the contract's accounts
 * @param vat the VAT of that
 */
record Accepted(Money whole, Money left, Map<UUID, Money> net, Map<UUID, Money> vat) {

    /** How much of it an invoice would leave. */
    Available of(Invoice invoice) {
        return new Available(whole, left, left.minus(asked(invoice)));
    }

    /** What the invoice wants of it: with VAT of a certificate, without of a contract. */
    static Money asked(Invoice invoice) {
        return invoice.certificate() == null ? invoice.net() : invoice.gross();
    }

    /** What of an invoice counts on each row: where acceptance is kept elsewhere, on the cost line that it names first. */
    Shared shared(Invoice invoice) {
        var ofVat = isNothing(vat) ? net : vat;
        if (invoice.certificate() == null && invoice.costLine() != null) {
            var named = invoice.costLine().id();
            return new Shared(
                    Split.beginningWith(named, invoice.net(), net), Split.beginningWith(named, invoice.vat(), ofVat));
        }
        return new Shared(Split.of(invoice.net(), net), Split.of(invoice.vat(), ofVat));
    }

    static boolean isNothing(Map<UUID, Money> amounts) {
        return amounts.values().stream()
                        .reduce(Money.zero(), Money::plus)
                        .amount()
                        .signum()
                == 0;
    }

    /** An amount and its VAT, row by row of the contract's accounts. */
    record Shared(Map<UUID, Money> net, Map<UUID, Money> vat) {}
}
