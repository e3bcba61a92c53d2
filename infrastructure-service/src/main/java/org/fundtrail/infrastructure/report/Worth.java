package org.fundtrail.infrastructure.report;

import java.math.BigDecimal;
import org.fundtrail.infrastructure.account.CostAccount;

/**
 * What a row of the report, or one contract on it, is worth: net, and its VAT by the net account that it belongs to.
 *
 * @param net as it stands on the accounts
 * @param vat what of VAT stands beside it, or is to come with it
 */
record Worth(Figures net, Figures vat) {
    static Worth nothing() {
        return new Worth(new Figures(), new Figures());
    }

    /** Of a contract: the accounts of VAT say what is contracted, certified and paid; what is not agreed comes with its rate. */
    static Worth ofContract(Figures books, BigDecimal rate) {
        var vat = new Figures();
        var adjustments = books.at(CostAccount.PRICE_ADJUSTMENTS).times(rate);
        var committed = books.at(CostAccount.CONTRACTED_VAT, CostAccount.CERTIFIED_VAT);
        var original = books.at(CostAccount.ORIGINAL_COMMITMENTS_VAT);
        vat.add(CostAccount.ORIGINAL_COMMITMENTS, original);
        vat.add(CostAccount.PRICE_ADJUSTMENTS, adjustments);
        vat.add(CostAccount.APPROVED_VARIATIONS, committed.minus(original).minus(adjustments));
        vat.add(CostAccount.CONTRACTED, books.at(CostAccount.CONTRACTED_VAT));
        vat.add(CostAccount.CERTIFIED, books.at(CostAccount.CERTIFIED_VAT));
        vat.add(CostAccount.INVOICED, books.at(CostAccount.INVOICED_VAT));
        vat.add(CostAccount.PAID, books.at(CostAccount.PAID_VAT));
        vat.add(
                CostAccount.PENDING_VARIATIONS,
                books.at(CostAccount.PENDING_VARIATIONS).times(rate));
        vat.add(
                CostAccount.POTENTIAL_CHANGES,
                books.at(CostAccount.POTENTIAL_CHANGES).times(rate));
        return new Worth(books, vat);
    }

    Worth add(Worth other) {
        net.add(other.net);
        vat.add(other.vat);
        return this;
    }

    /** With VAT or without. */
    Figures counted(boolean withVat) {
        var counted = new Figures().add(net);
        return withVat ? counted.add(vat) : counted;
    }
}
