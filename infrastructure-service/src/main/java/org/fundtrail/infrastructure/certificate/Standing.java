package org.fundtrail.infrastructure.certificate;

import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;

/**
 * Where a contract stands in the books, by account and row.
 *
 * @param books what stands there
 * @param moved what of that came to a row, or went from it, because invoices name cost lines
 */
record Standing(Map<CostAccount, Map<UUID, Money>> books, Map<CostAccount, Map<UUID, Money>> moved) {

    Map<UUID, Money> of(CostAccount kind) {
        return books.getOrDefault(kind, Map.of());
    }

    Money at(CostAccount kind, UUID row) {
        return of(kind).getOrDefault(row, Money.zero());
    }

    Money moved(CostAccount kind, UUID row) {
        return moved.getOrDefault(kind, Map.of()).getOrDefault(row, Money.zero());
    }

    /** As certificates say it, wherever invoices put it. */
    Money said(CostAccount kind, UUID row) {
        return at(kind, row).minus(moved(kind, row));
    }
}
