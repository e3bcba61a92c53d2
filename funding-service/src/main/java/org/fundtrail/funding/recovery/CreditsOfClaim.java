package org.fundtrail.funding.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.claim.Claim;
import org.fundtrail.funding.claim.PaidFlatRates;
import org.fundtrail.funding.claim.PaidLine;
import org.fundtrail.funding.expenditure.Chain;
import org.fundtrail.funding.expenditure.Credited;
import org.fundtrail.funding.expenditure.TakenBack;

/**
 * What credit notes took back of a claim that was paid, in all, and what of that nobody recovers yet. Everything is reckoned from sums, so that
 * several notes come to what one of all of them would.
 */
final class CreditsOfClaim {
    private final Claim claim;
    private final Credited credited;
    private final Map<Integer, Recoverable.Standing> stands;
    private final Map<UUID, TakenBack> now = new HashMap<>();

    /**
     * @param credited what credit notes took back of what it holds, and nobody recovered yet
     * @param stands what is recovered of each of its lines
     */
    CreditsOfClaim(Claim claim, Credited credited, Map<Integer, Recoverable.Standing> stands) {
        this.claim = claim;
        this.credited = credited;
        this.stands = stands;
    }

    /** What is taken back now, and is on no account yet. */
    CreditsOfClaim and(TakenBack more) {
        now.put(more.item().id(), more);
        return this;
    }

    /** The items of which something is to be recovered, with it. */
    Map<UUID, RecoveryLine> ofItems() {
        var lines = new HashMap<UUID, RecoveryLine>();
        for (var line : PaidLine.of(claim)) {
            if (line.account() != null) {
                var due = due(line);
                if (due.share().isPositive()) {
                    lines.put(line.account(), due);
                }
            }
        }
        return lines;
    }

    /**
     * Of all that credit notes took back of a line so far goes what is recovered because of it already, whatever became of that. What is being
     * recovered for another reason is not recovered twice.
     */
    private RecoveryLine due(PaidLine line) {
        var stand = standing(line.line());
        return stand.left(line)
                .taking(
                        overpaid(line).minus(stand.ofCredits().share()),
                        declaredBack(line).minus(stand.ofCredits().declared()));
    }

    /** What of its flat rates was paid on costs that were credited: each is no more than its part of what is left of them (CPR 54). */
    List<RecoveryLine> ofFlatRates() {
        var back = new HashMap<Integer, Money>();
        PaidLine.of(claim).stream()
                .filter(line -> line.account() != null)
                .forEach(line -> back.put(line.line(), overpaid(line)));
        var lines = new ArrayList<RecoveryLine>();
        for (var excess : PaidFlatRates.excess(claim, back)) {
            var stand = standing(excess.line());
            var line = stand.left(PaidLine.of(claim, excess.line()))
                    .taking(
                            excess.share().minus(stand.ofCredits().share()),
                            excess.amount().minus(stand.ofCredits().declared()));
            if (line.share().isPositive()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Money overpaid(PaidLine line) {
        return line.overpaid(
                declaredBack(line),
                back(Chain.FUNDING, line.account())
                        .plus(standing(line.line()).ofCredits().settledShare()));
    }

    private Money declaredBack(PaidLine line) {
        return back(Chain.DECLARING, line.account())
                .plus(standing(line.line()).ofCredits().settledDeclared());
    }

    private Money back(Chain chain, UUID item) {
        var more = now.get(item);
        var before = credited.of(chain, item);
        return more == null ? before : before.plus(chain == Chain.DECLARING ? more.declared() : more.funded());
    }

    private Recoverable.Standing standing(int line) {
        return stands.getOrDefault(line, Recoverable.Standing.NOTHING);
    }
}
