package org.fundtrail.infrastructure.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Change;

/** What a contract is worth on each row of the cost report, net and VAT beside each other; the row of its first line first. */
record Worth(Map<UUID, Money> net, Map<UUID, Money> vat) {

    static Worth of(Contract contract) {
        var net = new LinkedHashMap<UUID, Money>();
        contract.schedule().forEach(line -> net.merge(line.row(), line.amount(), Money::plus));
        var vat = new LinkedHashMap<UUID, Money>();
        var before = Money.zero();
        var withVat = Money.zero();
        for (var row : net.entrySet()) {
            // rounded to date, so that all of it is the VAT of the whole
            before = before.plus(row.getValue());
            var toDate = before.times(contract.vatRate());
            vat.put(row.getKey(), toDate.minus(withVat));
            withVat = toDate;
        }
        return new Worth(net, vat);
    }

    /** Moves it to where certificates take it from; what a row is worth nothing of moves nothing. */
    void sign(Contract contract, Change change) {
        var id = contract.id();
        var signed = CostAccount.SIGNED.of(id, contract.project().id());
        net.forEach((row, amount) -> change.movingEitherWay(amount, signed, CostAccount.CONTRACTED.of(id, row)));
        vat.forEach((row, amount) -> change.movingEitherWay(amount, signed, CostAccount.CONTRACTED_VAT.of(id, row)));
        net.forEach((row, amount) -> change.movingEitherWay(
                amount, CostAccount.STATED.of(id, row), CostAccount.ORIGINAL_COMMITMENTS.of(id, row)));
        vat.forEach((row, amount) -> change.movingEitherWay(
                amount, CostAccount.STATED.of(id, row), CostAccount.ORIGINAL_COMMITMENTS_VAT.of(id, row)));
    }
}
