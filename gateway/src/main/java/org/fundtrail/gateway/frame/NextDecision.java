package org.fundtrail.gateway.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.WaitingFilter;
import org.fundtrail.common.WaitingRecord;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;

/** Where whoever has just decided goes on: what has waited longest for them. */
@RequestScoped
@Named("next")
public class NextDecision {
    private static final Set<String> DECIDED =
            Set.of("APPROVED", "RETURNED", "REJECTED", "CONFIRMED", "REFUSED", "MATCHED", "PAID");

    /** A record that waits, and its page. */
    public record Next(WaitingRecord record, String href) {}

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;

    NextDecision(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    /** The next one after a decision on the record of this page, or null; of a service that is away there is none. */
    public Next afterThis() {
        var done = view.done();
        if (done == null || !DECIDED.contains(done)) {
            return null;
        }
        var mine = new WaitingFilter();
        mine.mine = "true";
        return Both.of(
                        funding.approvals(mine, null, 1).map(waiting -> waiting.items()),
                        infrastructure.approvals(mine, null, 1).map(waiting -> waiting.items()))
                .min(Comparator.comparing(WaitingRecord::recordedAt))
                .map(next -> new Next(next, Links.to(next)))
                .orElse(null);
    }
}
