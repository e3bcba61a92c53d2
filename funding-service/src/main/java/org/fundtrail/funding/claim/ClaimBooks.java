package org.fundtrail.funding.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.claim.ClaimDeduction;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.expenditure.Chain;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.Expenditure;
import org.fundtrail.funding.expenditure.Expenditures.Stands;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.JournalRule;

/** What the steps of a claim move: of the items that it names, and of what its allocation committed to the project. */
final class ClaimBooks {
    private final Claim claim;
    private final Change change;
    private final Allocation allocation;
    private final Financing financing;

    ClaimBooks(Claim claim, Change change) {
        this.claim = claim;
        this.change = change;
        allocation = claim.allocation();
        financing = claim.financing();
    }

    /** Submitted, it takes what it declares and what the allocation pays of each item, and of what is committed to the project. */
    void take() {
        for (int n = 0; n < claim.lines().size(); n++) {
            var line = claim.lines().get(n);
            var field = "lines[" + n + "].amount";
            if (financing.isOfUnion()) {
                take(Chain.DECLARING, line, line.amount(), field);
            }
            take(Chain.FUNDING, line, claim.holding(n).share(), field);
        }
        change.movingEitherWay(
                claim.share(), allocation.committed(claim.projectId(), "lines"), allocation.claimed(claim.projectId()));
    }

    private void take(Chain chain, ClaimLine line, Money amount, String field) {
        change.movingEitherWay(amount, chain.free(line.account(), field), chain.held(line.account(), claim.id()));
    }

    /**
     * Verified, it gives up what is deducted. First what credit notes took back leaves the books; of the rest what is not eligible stays taken,
     * and what is not proven is free again.
     */
    void verify(ClaimVerification said, Financing.Before before, Credited credited) {
        var eligible = new ArrayList<Money>();
        for (int n = 0; n < claim.lines().size(); n++) {
            eligible.add(left(said, n));
        }
        var pays = financing
                .share(eligible.stream().reduce(Money.zero(), Money::plus), before)
                .min(claim.share());
        var shares = Financing.divided(pays, eligible, held());
        var holdings = new ArrayList<ClaimHolding>();
        for (int n = 0; n < shares.size(); n++) {
            holdings.add(deduct(n, said, shares.get(n), credited));
        }
        change.movingEitherWay(
                claim.share().minus(pays),
                allocation.claimed(claim.projectId()),
                allocation.committed(claim.projectId()));
        claim.verified(said, pays, holdings);
    }

    /** What the allocation pays of each line as it was submitted: nothing more is taken when something is deducted from another. */
    private List<Money> held() {
        return IntStream.range(0, claim.lines().size())
                .mapToObj(n -> claim.holding(n).share())
                .toList();
    }

    /** What is left of a line after its deductions. */
    private Money left(ClaimVerification said, int n) {
        var amount = claim.lines().get(n).amount();
        var deducted = sum(said, n, DeductionKind.values());
        if (deducted.compareTo(amount) > 0) {
            throw Refusal.ofField(
                    FundingRule.DEDUCTION_TOO_LARGE,
                    "deductions",
                    "line",
                    String.valueOf(n + 1),
                    "amount",
                    amount.toString(),
                    "deducted",
                    deducted.toString());
        }
        return amount.minus(deducted);
    }

    private static Money sum(ClaimVerification said, int n, DeductionKind... kinds) {
        return said.deductionsOrNone().stream()
                .filter(one -> one.line() == n + 1 && List.of(kinds).contains(one.kind()))
                .map(ClaimDeduction::amount)
                .reduce(Money.zero(), Money::plus);
    }

    private ClaimHolding deduct(int n, ClaimVerification said, Money share, Credited credited) {
        var line = claim.lines().get(n);
        var deducted = sum(said, n, DeductionKind.values());
        var notEligible = sum(said, n, DeductionKind.NOT_ELIGIBLE);
        var less = claim.holding(n).share().minus(share);
        var unfunded = deducted.isPositive()
                ? Financing.divided(less, List.of(notEligible, deducted.minus(notEligible)))
                        .get(0)
                : Money.zero();
        return new ClaimHolding(
                deducted,
                financing.isOfUnion() ? giveUp(Chain.DECLARING, line, deducted, notEligible, credited) : Money.zero(),
                share,
                giveUp(Chain.FUNDING, line, less, unfunded, credited));
    }

    /** What credit notes took back of what it holds is taken from what is free again, if there is as much; otherwise it is to be deducted. */
    void holdAsBefore(Credited credited) {
        for (var line : claim.lines()) {
            for (var chain : Chain.values()) {
                giveUp(chain, line, Money.zero(), Money.zero(), credited);
            }
        }
    }

    /**
     * It gives up a part of what it holds of an item.
     *
     * @param less how much
     * @param notEligible how much of that nobody can have any more
     * @return how much of it was kept so
     */
    private Money giveUp(Chain chain, ClaimLine line, Money less, Money notEligible, Credited credited) {
        var item = line.account();
        var gone = credited.of(chain, item);
        change.movingEitherWay(gone, chain.credited(item, claim.id()), chain.outside(item));
        var left = less.minus(gone); // below zero: what is missing since credit notes took it back
        var kept = notEligible.min(left).max(Money.zero());
        change.movingEitherWay(kept, chain.held(item, claim.id()), chain.kept(item, claim.id()));
        change.movingEitherWay(
                left.minus(kept),
                chain.held(item, claim.id()),
                gone.isPositive() ? chain.freeAfterCredit(item, "deductions") : chain.free(item, "deductions"));
        return kept;
    }

    /** Come back, it gives back all that it took; what credit notes took back of that leaves the books. */
    void giveBack(Credited credited, Map<UUID, Expenditure> items, Map<UUID, Stands> stands) {
        for (int n = 0; n < claim.lines().size(); n++) {
            var line = claim.lines().get(n);
            var holding = claim.holding(n);
            var item = items.get(line.account());
            var stand = stands.get(line.account());
            if (financing.isOfUnion()) {
                var held = line.amount().minus(holding.deducted());
                item.giveBack(change, Chain.DECLARING, claim.id(), held, holding.notEligible(), credited, stand);
            }
            item.giveBack(change, Chain.FUNDING, claim.id(), holding.share(), holding.unfunded(), credited, stand);
        }
        change.movingEitherWay(
                claim.share(), allocation.claimed(claim.projectId()), allocation.committed(claim.projectId()));
    }

    /** Not paid after all, the claim holds what the allocation is to pay of it, as far as nobody took it back from the beneficiary. */
    void notPaid() {
        change.movingEitherWay(
                claim.share(),
                allocation.reimbursed(claim.projectId()).refusing(JournalRule.REVERSAL_OF_USED_MONEY, null),
                allocation.claimed(claim.projectId()));
    }

    /** Paid, the beneficiary has what the allocation pays. */
    void pay() {
        change.movingEitherWay(
                claim.share(), allocation.claimed(claim.projectId()), allocation.reimbursed(claim.projectId()));
    }
}
