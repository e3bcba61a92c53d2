package org.fundtrail.gateway.frame;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Standing;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;

/**
 * The counts beside the places of the menu. Both services are asked at once, once for a page. The frame of a page is no reason to fail: what a
 * service does not answer is left open.
 */
@RequestScoped
class Badges {
    /** Further the services do not count. */
    private static final long MOST = 100;

    private static final Standing NOTHING = new Standing(0, 0, 0);

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private Standing standing;

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
                    .with(Badges::sum)
                    .await()
                    .indefinitely();
        }
        return standing;
    }

    private static Standing sum(Standing one, Standing other) {
        return new Standing(
                one.waiting() + other.waiting(), one.returned() + other.returned(), one.asked() + other.asked());
    }

    private static Uni<Standing> known(Uni<Standing> answer) {
        return answer.onFailure().recoverWithItem(NOTHING);
    }
}
