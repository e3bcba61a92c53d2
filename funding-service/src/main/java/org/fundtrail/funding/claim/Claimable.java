package org.fundtrail.funding.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimableCommitment;
import org.fundtrail.funding.api.claim.ClaimableCost;
import org.fundtrail.funding.api.claim.ClaimableCost.Hindrance;
import org.fundtrail.funding.costoption.CostOption;
import org.fundtrail.funding.costoption.CostOptions;
import org.fundtrail.funding.expenditure.Amounts;
import org.fundtrail.funding.expenditure.Costs;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.funding.expenditure.Expenditures.Stands;
import org.fundtrail.funding.register.ExpenditureRegister;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Balances.Balance;
import org.fundtrail.journal.Caller;

/** What of the costs of a project can be claimed from an allocation, as it is now: a claim says it again when it is recorded and submitted. */
@ApplicationScoped
class Claimable {
    private final Allocations allocations;
    private final ExpenditureRegister register;
    private final Expenditures expenditures;
    private final CostOptions options;
    private final Balances balances;

    Claimable(
            Allocations allocations,
            ExpenditureRegister register,
            Expenditures expenditures,
            CostOptions options,
            Balances balances) {
        this.allocations = allocations;
        this.register = register;
        this.expenditures = expenditures;
        this.options = options;
        this.balances = balances;
    }

    /** Of all that the allocation commits to the project, whichever commitment that is. */
    ClaimableCommitment ofCommitment(UUID allocation, UUID project, Caller reader) {
        var its = allocations.find(allocation, reader).id();
        var amounts = balances.each(Set.of(its)).getOrDefault(its, List.of()).stream()
                .filter(balance -> project.equals(balance.party()))
                .collect(Collectors.toMap(Balance::kind, balance -> Money.eur(balance.amount()), Money::plus));
        var left = amounts.getOrDefault("COMMITTED", Money.zero());
        var claimed = Stream.of("CLAIMED", "REIMBURSED")
                .map(kind -> amounts.getOrDefault(kind, Money.zero()))
                .reduce(Money.zero(), Money::plus);
        return new ClaimableCommitment(left.plus(claimed), claimed, left);
    }

    Page<ClaimableCost> of(
            UUID allocation, String project, String after, int limit, Caller reader, String authorization) {
        var from = allocations.find(allocation, reader);
        var financing = Financing.of(from);
        var page = register.ofProject(project, after, limit, authorization);
        var costs = new Costs(withTheFirst(page.items(), authorization));
        var stands = expenditures.stands(
                page.items().stream().map(item -> costs.account(item).id()).collect(Collectors.toSet()));
        var ofItems = page.items().stream().map(item -> cost(item, costs.account(item), financing, stands));
        var first = after == null ? ofOptions(from, project) : Stream.<ClaimableCost>empty();
        return new Page<>(Stream.concat(first, ofItems).toList(), page.next());
    }

    private Stream<ClaimableCost> ofOptions(Allocation from, String project) {
        var all = options.claimable(from, project);
        var stands = options.stands(all.stream().map(CostOption::id).toList());
        return all.stream().map(option -> cost(option, stands.get(option.id()).left()));
    }

    private static ClaimableCost cost(CostOption option, Money left) {
        return new ClaimableCost(
                ClaimLineKind.valueOf(option.kind().name()),
                option.id(),
                option.reference(),
                option.status().name(),
                option.decidedOn(),
                null,
                option.amount(),
                option.amount(),
                left,
                false,
                LineOption.view(option),
                left.isPositive() ? null : Hindrance.NOTHING_LEFT);
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
                item.category() == CostCategory.STAFF,
                null,
                hasNoShare ? Hindrance.NO_EU_SHARE : left.isPositive() ? null : Hindrance.NOTHING_LEFT);
    }
}
