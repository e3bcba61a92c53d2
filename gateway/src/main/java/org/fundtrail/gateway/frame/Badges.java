package org.fundtrail.gateway.frame;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Standing;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Services;

/**
 * The counts beside the places of the menu. Both services are asked at once, once for a page. The frame of a page is no reason to fail: what a
 * service does not answer is left open.
 */
@RequestScoped
class Badges {
    /** Further the services do not count. */
    private static final long MOST = 100;

    private static final Standing NOTHING = new Standing(0, 0, 0, null);

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private Standing standing;
    private final List<Stopped> stopped = new ArrayList<>();

    /** A service that records nothing, and by which rule. */
    public record Stopped(String service, String rule) {}

    Badges(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure) {
        this.funding = funding;
        this.infrastructure = infrastructure;
    }

    /** What stands beside a place, up to 99+; empty for nothing. */
    String of(String place) {
        return switch (place) {
            case "overview" -> count(standing -> standing.returned() + standing.asked());
            case "approvals" -> waiting();
            default -> "";
        };
    }

    /** How much waits for the reader's decision. */
    String waiting() {
        return count(Standing::waiting);
    }

    private String count(ToLongFunction<Standing> what) {
        long count = what.applyAsLong(standing());
        return count >= MOST ? MOST - 1 + "+" : count == 0 ? "" : String.valueOf(count);
    }

    private Standing standing() {
        if (standing == null) {
            standing = Uni.combine()
                    .all()
                    .unis(known(funding.standing()), known(infrastructure.standing()))
                    .with(this::sum)
                    .await()
                    .indefinitely();
        }
        return standing;
    }

    /** The services that record nothing until whoever runs Fundtrail has looked. */
    List<Stopped> stopped() {
        standing();
        return stopped;
    }

    private Standing sum(Standing ofFunding, Standing ofInfrastructure) {
        note(Services.FUNDING, ofFunding);
        note(Services.INFRASTRUCTURE, ofInfrastructure);
        return new Standing(
                ofFunding.waiting() + ofInfrastructure.waiting(),
                ofFunding.returned() + ofInfrastructure.returned(),
                ofFunding.asked() + ofInfrastructure.asked(),
                null);
    }

    private void note(String service, Standing of) {
        if (of.stopped() != null) {
            stopped.add(new Stopped(service, of.stopped()));
        }
    }

    private static Uni<Standing> known(Uni<Standing> answer) {
        return answer.onFailure().recoverWithItem(NOTHING);
    }
}
