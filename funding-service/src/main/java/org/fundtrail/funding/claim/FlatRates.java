package org.fundtrail.funding.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.costoption.FlatRateBasis;
import org.fundtrail.funding.api.rules.FundingRule;

/**
 * What the flat rates of a claim may come to: each is a part of what the real costs on the same claim come to, or of those of staff alone (CPR
 * 54).
 *
 * @param amounts what is left of each of its lines
 */
record FlatRates(List<ClaimLine> lines, List<Money> amounts) {

    /** So much of percent of its basis, rounded half up to the cent. */
    Money most(FlatRateBasis basis, BigDecimal percent) {
        return IntStream.range(0, lines.size())
                .filter(n -> isOf(lines.get(n), basis))
                .mapToObj(amounts::get)
                .reduce(Money.zero(), Money::plus)
                .times(percent.movePointLeft(2));
    }

    static boolean isOf(ClaimLine line, FlatRateBasis basis) {
        return line.isOfCost() && (line.cost().isOfStaff() || !basis.isOfStaff());
    }

    /** Refuses deductions that leave a flat rate more than its part of what they leave of the costs. */
    void mustHold() {
        for (int n = 0; n < lines.size(); n++) {
            var option = lines.get(n).option();
            if (option == null || option.basis() == null) {
                continue;
            }
            var most = most(option.basis(), option.percent());
            var beyond = amounts.get(n).minus(most);
            if (beyond.isPositive()) {
                throw Refusal.ofField(
                        FundingRule.FLAT_RATE_TO_DEDUCT,
                        "deductions",
                        "line",
                        String.valueOf(n + 1),
                        "most",
                        most.toString(),
                        "amount",
                        beyond.toString());
            }
        }
    }
}
