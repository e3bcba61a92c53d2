package org.fundtrail.gateway.position;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.gateway.door.AsTheReader;

/** Reads both services at once, in the name of the reader: the whole position, or none and which service is missing. */
@ApplicationScoped
public class FinancingPositions {

    @RegisterRestClient(configKey = "funding")
    @RegisterClientHeaders(AsTheReader.class)
    interface FundingService {
        @GET
        @Path("/api/funding/v1/position")
        Uni<Aid> position(@QueryParam("asOf") LocalDate asOf);
    }

    @RegisterRestClient(configKey = "infrastructure")
    @RegisterClientHeaders(AsTheReader.class)
    interface InfrastructureService {
        @GET
        @Path("/api/infrastructure/v1/position")
        Uni<Cost> position(@QueryParam("asOf") LocalDate asOf);
    }

    private final FundingService funding;
    private final InfrastructureService infrastructure;
    private final Time time;

    FinancingPositions(
            @RestClient FundingService funding, @RestClient InfrastructureService infrastructure, Time time) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.time = time;
    }

    /**
     * The position as of a day, today for null.
     *
     * @throws Refusal (as failure of the answer) for a day in the future, or naming the service that cannot be reached
     */
    public Uni<FinancingPosition> asOf(LocalDate day) {
        var asOf = day == null ? time.today() : day;
        new Checks().happened(asOf, "asOf", time.today()).done();
        return Uni.combine()
                .all()
                .unis(
                        named("funding-service", funding.position(asOf)),
                        named("infrastructure-service", infrastructure.position(asOf)))
                .with((aid, cost) -> FinancingPosition.of(asOf, aid, cost));
    }

    private static <T> Uni<T> named(String service, Uni<T> answer) {
        return answer.onItem()
                .ifNull()
                .failWith(() -> unavailable(service))
                .onFailure()
                .transform(e -> e instanceof WebApplicationException said
                                && said.getResponse().getStatus() == 403
                        ? Refusal.of(InputRule.NOT_ALLOWED)
                        : unavailable(service));
    }

    private static Refusal unavailable(String service) {
        return Refusal.of(InputRule.UNAVAILABLE, "service", service);
    }
}
