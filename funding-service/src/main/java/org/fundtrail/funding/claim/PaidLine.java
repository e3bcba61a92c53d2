package org.fundtrail.funding.claim;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.costoption.Entitlement;
import org.fundtrail.funding.expenditure.Amounts;
import org.fundtrail.funding.expenditure.Chain;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.Expenditures.Stands;
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

    /** What its allocation paid too much of it where so much was taken back in all: what was funded of that, or at least the share of what was declared. */
    public Money overpaid(Money declaredBack, Money fundedBack) {
        var ofDeclared =
                declared.isPositive() ? Amounts.part(share, declaredBack.min(declared), declared) : Money.zero();
        return ofDeclared.max(fundedBack).min(share);
    }

    /** Whether it claims this paper, or rests on this cost option. */
    public boolean isOf(UUID itemOrOption) {
        return itemOrOption.equals(item) || itemOrOption.equals(option);
    }

    /**
     * What stands on the accounts of the items of a claim.
     *
     * @param credited what credit notes took back of what it holds
     */
    public record Held(UUID claim, Credited credited, Map<UUID, Stands> stands) {
        private Money of(Chain chain, UUID item) {
            return stands.get(item).of(chain).held().getOrDefault(claim, Money.zero());
        }
    }

    /**
     * A part of it comes back: it is free again, or stays taken where it is not eligible. What is free again is first what credit notes took
     * back, which leaves the books; what stays taken is so only where nothing else is left, so that nobody claims it.
     *
     * @param part of the share, with what is declared of it
     */
    public void comeBack(Change change, Part part, boolean staysTaken, Held held) {
        if (option != null) {
            change.movingEitherWay(
                    part.declared(),
                    Entitlement.drawn(option, held.claim()),
                    staysTaken ? Entitlement.kept(option, held.claim()) : Entitlement.free(option, null));
            return;
        }
        comeBack(change, Chain.DECLARING, part.declared(), staysTaken, held);
        comeBack(change, Chain.FUNDING, part.share(), staysTaken, held);
    }

    /** So much of the share, and of what is declared. */
    public record Part(Money share, Money declared) {}

    private void comeBack(Change change, Chain chain, Money amount, boolean staysTaken, Held held) {
        var credited = held.credited().of(chain, account);
        var gone = staysTaken ? amount.minus(held.of(chain, account)).max(Money.zero()) : credited.min(amount);
        change.movingEitherWay(gone, chain.credited(account, held.claim()), chain.outside(account))
                .movingEitherWay(
                        amount.minus(gone),
                        chain.held(account, held.claim()),
                        staysTaken ? chain.kept(account, held.claim()) : chain.free(account, null));
    }
}
