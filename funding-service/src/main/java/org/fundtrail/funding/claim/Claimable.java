package org.fundtrail.funding.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimableCost;
import org.fundtrail.funding.api.claim.ClaimableCost.Hindrance;
import org.fundtrail.funding.expenditure.Amounts;
import org.fundtrail.funding.expenditure.Costs;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.funding.expenditure.Expenditures.Stands;
import org.fundtrail.funding.register.ExpenditureRegister;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.journal.Caller;

/** What of the costs of a project can be claimed from an allocation, as it is now: a claim says it again when it is recorded and submitted. */
@ApplicationScoped
class Claimable {
    private final Allocations allocations;
    private final ExpenditureRegister register;
    private final Expenditures expenditures;

    Claimable(Allocations allocations, ExpenditureRegister register, Expenditures expenditures) {
        this.allocations = allocations;
        this.register = register;
        this.expenditures = expenditures;
    }

    Page<ClaimableCost> of(
            UUID allocation, String project, String after, int limit, Caller reader, String authorization) {
        var financing = Financing.of(allocations.find(allocation, reader));
        var page = register.ofProject(project, after, limit, authorization);
        var costs = new Costs(withTheFirst(page.items(), authorization));
        var stands = expenditures.stands(
                page.items().stream().map(item -> costs.account(item).id()).collect(Collectors.toSet()));
        return new Page<>(
                page.items().stream()
                        .map(item -> cost(item, costs.account(item), financing, stands))
                        .toList(),
                page.next());
    }

    /** With the invoices whose accounts others of them share. */
    private Map<UUID, ExpenditureView> withTheFirst(List<ExpenditureView> items, String authorization) {
        var known = items.stream().collect(Collectors.toMap(ExpenditureView::id, Function.identity()));
        var first = items.stream()
                .map(ExpenditureView::sharesWith)
                .filter(id -> id != null && !known.containsKey(id))
                .collect(Collectors.toSet());
        known.putAll(register.of(first, authorization));
        return known;
    }

    private static ClaimableCost cost(
            ExpenditureView item, ExpenditureView account, Financing financing, Map<UUID, Stands> stands) {
        var own = Amounts.of(item);
        var hasNoShare = Left.isOfNoUnion(own, financing);
        var left = hasNoShare
                ? Money.zero()
                : Left.of(own, financing, Amounts.of(account), stands.get(account.id()))
                        .claimable();
        return new ClaimableCost(
                ClaimLineKind.valueOf(item.type().name()),
                item.id(),
                item.number(),
                item.status(),
                item.issuedOn(),
                item.paidOn(),
                item.gross().minus(item.credited()),
                own.eligibleLeft(),
                left,
                hasNoShare ? Hindrance.NO_EU_SHARE : left.isPositive() ? null : Hindrance.NOTHING_LEFT);
    }
}
