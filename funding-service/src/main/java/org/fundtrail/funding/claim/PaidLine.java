package org.fundtrail.funding.claim;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.costoption.Entitlement;
import org.fundtrail.funding.expenditure.Chain;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.journal.Change;

/**
 * What a claim was paid for one of its lines.
 *
 * @param line the first is 1
 * @param item the paper that it claims; null where it rests on a cost option
 * @param number what that, or the option, is called
 * @param account of the item on whose accounts it draws, or null
 * @param option on whose accounts it draws, or null
 * @param share what the allocation pays of it
 * @param declared what is declared of it to the Union, or drawn on the option; of a paper nothing where the allocation is not of the Union
 */
public record PaidLine(
        int line,
        ClaimLineKind kind,
        UUID item,
        String number,
        UUID account,
        UUID option,
        Money share,
        Money declared) {

    /** Those of a claim. */
    public static List<PaidLine> of(Claim claim) {
        return IntStream.rangeClosed(1, claim.lines().size())
                .mapToObj(n -> of(claim, n))
                .toList();
    }

    /** That of one line of a claim. */
    public static PaidLine of(Claim claim, int n) {
        var line = claim.lines().get(n - 1);
        var holding = claim.holding(n - 1);
        var left = line.amount().minus(holding.deducted());
        if (!line.isOfCost()) {
            var option = line.option();
            var called = option.view().reference();
            return new PaidLine(n, line.kind(), null, called, null, option.id(), holding.share(), left);
        }
        var item = line.cost().view();
        var declared = claim.financing().isOfUnion() ? left : Money.zero();
        return new PaidLine(n, line.kind(), item.id(), item.number(), line.account(), null, holding.share(), declared);
    }

    /**
     * A part of it comes back: it is free again, or stays taken where it is not eligible. What credit notes took back leaves the books first.
     *
     * @param claim whose line it is
     * @param part of the share, with what is declared of it
     */
    public void comeBack(Change change, UUID claim, Part part, boolean staysTaken, Credited credited) {
        if (option != null) {
            change.movingEitherWay(
                    part.declared(),
                    Entitlement.drawn(option, claim),
                    staysTaken ? Entitlement.kept(option, claim) : Entitlement.free(option, null));
            return;
        }
        comeBack(change, claim, Chain.DECLARING, part.declared(), staysTaken, credited);
        comeBack(change, claim, Chain.FUNDING, part.share(), staysTaken, credited);
    }

    /** So much of the share, and of what is declared. */
    public record Part(Money share, Money declared) {}

    private void comeBack(Change change, UUID claim, Chain chain, Money amount, boolean staysTaken, Credited credited) {
        var gone = credited.of(chain, account).min(amount);
        change.movingEitherWay(gone, chain.credited(account, claim), chain.outside(account))
                .movingEitherWay(
                        amount.minus(gone),
                        chain.held(account, claim),
                        staysTaken ? chain.kept(account, claim) : chain.free(account, null));
    }
}
