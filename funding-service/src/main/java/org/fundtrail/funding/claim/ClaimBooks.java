package org.fundtrail.funding.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.claim.ClaimDeduction;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.Expenditure;
import org.fundtrail.funding.expenditure.Expenditures.Stands;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.JournalRule;

/** What the steps of a claim move: of what its lines draw on, and of what its allocation committed to the project. */
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

    /** What a line draws on; of an item what is known of it, where that is needed. */
    private Drawing drawing(ClaimLine line, Credited credited, Function<UUID, ItemDrawing.Known> known) {
        if (!line.isOfCost()) {
            return new OptionDrawing(change, claim.id(), line.option().id());
        }
        var item = line.account();
        return new ItemDrawing(change, claim.id(), financing.isOfUnion(), item, credited, known.apply(item));
    }

    private Drawing drawing(ClaimLine line, Credited credited) {
        return drawing(line, credited, item -> null);
    }

    /** Submitted, it takes what its lines claim, and of what is committed to the project what the allocation pays of that. */
    void take() {
        for (int n = 0; n < claim.lines().size(); n++) {
            var line = claim.lines().get(n);
            drawing(line, Credited.NOTHING).take(line.amount(), claim.holding(n).share(), "lines[" + n + "].amount");
        }
        change.movingEitherWay(
                claim.share(), allocation.committed(claim.projectId(), "lines"), allocation.claimed(claim.projectId()));
    }

    /** Verified, it gives up what is deducted: what is not eligible stays taken, and what is not proven is free again. */
    void verify(ClaimVerification said, Financing.Before before, Credited credited) {
        var eligible = new ArrayList<Money>();
        for (int n = 0; n < claim.lines().size(); n++) {
            eligible.add(left(said, n));
        }
        new FlatRates(claim.lines(), eligible).mustHold();
        var pays = financing
                .share(eligible.stream().reduce(Money.zero(), Money::plus), before)
                .min(claim.share());
        var shares = Financing.divided(pays, eligible, held());
        var holdings = new ArrayList<ClaimHolding>();
        for (int n = 0; n < shares.size(); n++) {
            holdings.add(drawing(claim.lines().get(n), credited).giveUp(deduction(n, said, shares.get(n))));
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

    private Drawing.Deduction deduction(int n, ClaimVerification said, Money share) {
        return new Drawing.Deduction(
                sum(said, n, DeductionKind.values()),
                sum(said, n, DeductionKind.NOT_ELIGIBLE),
                share,
                claim.holding(n).share().minus(share));
    }

    /**
     * Authorised, it is paid no more than keeps all that is authorised or paid of its allocation within the cap: cents that other claims
     * had taken before they came back nobody is paid.
     */
    void authorise(Financing.Before authorised) {
        var pays = financing.share(claim.eligible(), authorised).min(claim.share());
        var less = claim.share().minus(pays);
        if (!less.isPositive()) {
            return;
        }
        var lines = claim.lines();
        var eligible = IntStream.range(0, lines.size())
                .mapToObj(n -> lines.get(n).amount().minus(claim.holding(n).deducted()))
                .toList();
        var shares = Financing.divided(pays, eligible, held());
        var holdings = new ArrayList<ClaimHolding>();
        for (int n = 0; n < lines.size(); n++) {
            drawing(lines.get(n), Credited.NOTHING)
                    .payLess(claim.holding(n).share().minus(shares.get(n)));
            holdings.add(claim.holding(n).paying(shares.get(n)));
        }
        change.moving(less, allocation.claimed(claim.projectId()), allocation.committed(claim.projectId()));
        claim.isPaid(pays, holdings);
    }

    /** What credit notes took back of what it holds is taken from what is free again, if there is as much; otherwise it is to be deducted. */
    void holdAsBefore(Credited credited) {
        claim.lines().forEach(line -> drawing(line, credited).holdAsBefore());
    }

    /** Come back, it gives back all that it took; what credit notes took back of that leaves the books. */
    void giveBack(Credited credited, Map<UUID, Expenditure> items, Map<UUID, Stands> stands) {
        for (int n = 0; n < claim.lines().size(); n++) {
            var line = claim.lines().get(n);
            drawing(line, credited, item -> new ItemDrawing.Known(items.get(item), stands.get(item)))
                    .giveBack(line.amount(), claim.holding(n));
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
