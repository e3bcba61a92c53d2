package org.fundtrail.gateway.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimItem;
import org.fundtrail.funding.api.claim.ClaimLineView;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.recovery.RecoveryFilter;
import org.fundtrail.funding.api.recovery.RecoveryLineView;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.Services;

/** What is recovered of claims, and what still can be: of each line what was paid, less what is recovered of it already. */
@ApplicationScoped
public class ClaimRecoveries {
    private static final int STRETCH = 200;
    private static final Set<RecoveryStatus> ENDED = EnumSet.of(RecoveryStatus.REJECTED, RecoveryStatus.WITHDRAWN);

    /**
     * A line of a claim that was paid.
     *
     * @param left what of it can still be recovered
     */
    public record Line(ClaimLineView line, Money left) {
        public ClaimItem item() {
            return line.invoice() == null ? line.directCost() : line.invoice();
        }
    }

    private final RecoveryClient recoveries;

    ClaimRecoveries(@RestClient RecoveryClient recoveries) {
        this.recoveries = recoveries;
    }

    /** All that is or was to be recovered of the claim, the latest first. */
    public List<RecoveryView> of(UUID claim) {
        var filter = new RecoveryFilter();
        filter.claim = claim.toString();
        return all(filter);
    }

    /** What was kept back from what the claim is to be paid. */
    public List<RecoveryView> offsetAgainst(UUID claim) {
        var filter = new RecoveryFilter();
        filter.offset = claim.toString();
        return all(filter);
    }

    private List<RecoveryView> all(RecoveryFilter filter) {
        return Services.funding(() -> Whole.list(after -> recoveries.list(filter, after, STRETCH)));
    }

    /**
     * Its lines, with what of each can still be recovered.
     *
     * @param but one that is left out of account, or null
     */
    public List<Line> lines(ClaimView claim, UUID but) {
        var taken = of(claim.id()).stream()
                .filter(one -> !ENDED.contains(one.status()) && !one.id().equals(but))
                .flatMap(one -> one.lines().stream())
                .toList();
        return claim.lines().stream()
                .map(line -> new Line(
                        line,
                        taken.stream()
                                .filter(one -> one.line() == line.line())
                                .map(RecoveryLineView::amount)
                                .reduce(line.share(), Money::minus)))
                .toList();
    }

    /** What of all of them can still be recovered. */
    public static Money left(List<Line> lines) {
        return lines.stream().map(Line::left).reduce(Money.zero(), Money::plus);
    }
}
