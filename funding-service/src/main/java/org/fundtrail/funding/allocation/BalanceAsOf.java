package org.fundtrail.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.allocation.AllocationBalances;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Moments;

/** Where the money of one allocation stood on a day: only its own accounts are read. */
@ApplicationScoped
class BalanceAsOf {
    private final Allocations allocations;
    private final Balances balances;
    private final Moments moments;
    private final Time time;

    BalanceAsOf(Allocations allocations, Balances balances, Moments moments, Time time) {
        this.allocations = allocations;
        this.balances = balances;
        this.moments = moments;
        this.time = time;
    }

    /**
     * @param asOf the day as text of a query; today where it is blank
     * @param recorded how many entries to read from; now where none is given
     */
    AllocationBalances asOf(UUID id, String asOf, String recorded, Caller reader) {
        var day = time.dayUpToToday(asOf, "asOf");
        var allocation = allocations.find(id, reader).id();
        return moments.read(
                reader,
                recorded,
                "recorded",
                moment -> Allocation.balances(
                        balances.asOf(allocation, day, time.today(), moment, Allocation.ACCOUNTS).stream()
                                .collect(Collectors.toMap(
                                        Balances.Balance::kind, Balances.Balance::amount, BigDecimal::add))));
    }
}
