package org.fundtrail.funding.claim;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.recovery.FlatRateToRecover;
import org.fundtrail.funding.expenditure.Amounts;

/** The flat rates of a claim that was paid, which rest on its real costs also when something of these is recovered. */
public final class PaidFlatRates {
    private PaidFlatRates() {}

    /**
     * What of one is more than its part of what is left of its costs.
     *
     * @param amount of what was paid on
     * @param share of what was paid
     */
    public record Excess(int line, Money amount, Money share) {}

    /**
     * Those that were paid on costs of which something is taken back, whatever is recovered of themselves.
     *
     * @param back what is taken back of the shares of real costs, in all, by their lines
     */
    public static List<Excess> excess(Claim claim, Map<Integer, Money> back) {
        var lines = claim.lines();
        if (lines.stream().noneMatch(PaidFlatRates::isOne)) {
            return List.of();
        }
        var left = IntStream.range(0, lines.size())
                .mapToObj(n -> left(claim, n, back))
                .toList();
        var rates = new FlatRates(lines, left);
        return IntStream.range(0, lines.size())
                .filter(n -> isOne(lines.get(n)))
                .mapToObj(n -> excess(claim, n, rates))
                .filter(one -> one.amount().isPositive())
                .toList();
    }

    private static Excess excess(Claim claim, int n, FlatRates rates) {
        var option = claim.lines().get(n).option();
        var more = paidOn(claim, n)
                .minus(rates.most(option.basis(), option.percent()))
                .max(Money.zero());
        return new Excess(n + 1, more, more.isPositive() ? ofShare(claim, n, more) : Money.zero());
    }

    /**
     * Those that come to more than their part of what is left of their costs, less what is recovered of themselves.
     *
     * @param recovered what is recovered of the share of its lines, in all
     * @param costs of lines that are asked about: flat rates that rest on none of them are left out
     */
    public static List<FlatRateToRecover> beyond(Claim claim, Map<Integer, Money> recovered, Set<Integer> costs) {
        return excess(claim, recovered).stream()
                .filter(one -> rests(claim.lines(), one.line() - 1, costs))
                .map(one -> new FlatRateToRecover(
                        one.line(), one.share().minus(recovered.getOrDefault(one.line(), Money.zero()))))
                .filter(one -> one.amount().isPositive())
                .toList();
    }

    private static boolean isOne(ClaimLine line) {
        return line.option() != null && line.option().basis() != null;
    }

    private static boolean rests(List<ClaimLine> lines, int n, Set<Integer> costs) {
        var basis = lines.get(n).option().basis();
        return costs.stream().anyMatch(line -> FlatRates.isOf(lines.get(line - 1), basis));
    }

    /** What was paid on, of one line. */
    private static Money paidOn(Claim claim, int n) {
        return claim.lines().get(n).amount().minus(claim.holding(n).deducted());
    }

    /** What of that its recoveries leave: the part that they leave of the share. */
    private static Money left(Claim claim, int n, Map<Integer, Money> recovered) {
        var share = claim.holding(n).share();
        var gone = recovered.getOrDefault(n + 1, Money.zero());
        var paidOn = paidOn(claim, n);
        return gone.isPositive() ? paidOn.minus(Amounts.part(paidOn, gone, share)) : paidOn;
    }

    private static Money ofShare(Claim claim, int n, Money amount) {
        return Amounts.part(claim.holding(n).share(), amount, paidOn(claim, n));
    }
}
