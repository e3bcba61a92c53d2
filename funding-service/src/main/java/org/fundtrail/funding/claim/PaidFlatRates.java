package org.fundtrail.funding.claim;

import java.util.ArrayList;
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
     * Those that come to more than their part of what is left of their costs.
     *
     * @param recovered what is recovered of the share of its lines, in all
     * @param costs of lines that are asked about: flat rates that rest on none of them are left out
     */
    public static List<FlatRateToRecover> beyond(Claim claim, Map<Integer, Money> recovered, Set<Integer> costs) {
        var lines = claim.lines();
        if (lines.stream().noneMatch(PaidFlatRates::isOne)) {
            return List.of();
        }
        var left = IntStream.range(0, lines.size())
                .mapToObj(n -> left(claim, n, recovered))
                .toList();
        var rates = new FlatRates(lines, left);
        var beyond = new ArrayList<FlatRateToRecover>();
        for (int n = 0; n < lines.size(); n++) {
            if (isOne(lines.get(n)) && rests(lines, n, costs)) {
                var option = lines.get(n).option();
                var more = left.get(n).minus(rates.most(option.basis(), option.percent()));
                if (more.isPositive()) {
                    beyond.add(new FlatRateToRecover(n + 1, ofShare(claim, n, more)));
                }
            }
        }
        return beyond;
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
