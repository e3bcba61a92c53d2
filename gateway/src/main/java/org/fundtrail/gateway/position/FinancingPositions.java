package org.fundtrail.gateway.position;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.position.FundingPositionView;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.gateway.door.GoneReaders;
import org.fundtrail.gateway.door.ServiceRefusals;
import org.fundtrail.gateway.services.ProblemReader;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.infrastructure.api.position.InfrastructurePositionView;

/** Reads both services at once, in the name of the reader: the whole position, or none and which service is missing. */
@ApplicationScoped
public class FinancingPositions {

    @RegisterRestClient(configKey = "funding")
    @RegisterClientHeaders(AsTheReader.class)
    @RegisterProvider(ProblemReader.class)
    @RegisterProvider(GoneReaders.class)
    @RegisterProvider(ServiceRefusals.class)
    interface FundingService {
        @GET
        @Path("/api/funding/v1/position")
        Uni<FundingPositionView> position(@QueryParam("asOf") LocalDate asOf, @QueryParam("recorded") String recorded);
    }

    @RegisterRestClient(configKey = "infrastructure")
    @RegisterClientHeaders(AsTheReader.class)
    @RegisterProvider(ProblemReader.class)
    @RegisterProvider(GoneReaders.class)
    @RegisterProvider(ServiceRefusals.class)
    interface InfrastructureService {
        @GET
        @Path("/api/infrastructure/v1/position")
        Uni<InfrastructurePositionView> position(
                @QueryParam("asOf") LocalDate asOf, @QueryParam("recorded") String recorded);
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
     * The position of a day, read from so many entries of each service.
     *
     * @throws Refusal at once for a day that is none or lies in the future; as failure of the answer for a number of entries that there is
     *     not, at its field, or naming the service that cannot be reached
     */
    public Uni<FinancingPosition> read(Moment moment) {
        var asOf = time.dayUpToToday(moment.asOf(), "asOf");
        return Uni.combine()
                .all()
                .unis(
                        named("funding-service", "recorded.funding", funding.position(asOf, moment.funding())),
                        named(
                                "infrastructure-service",
                                "recorded.infrastructure",
                                infrastructure.position(asOf, moment.infrastructure())))
                .with((aid, cost) -> FinancingPosition.of(asOf, aid, cost));
    }

    /** What a service refuses is about its number of entries, which is called otherwise here. */
    private static <T> Uni<T> named(String service, String recorded, Uni<T> answer) {
        return answer.onItem()
                .ifNull()
                .failWith(() -> unavailable(service))
                .onFailure()
                .transform(e ->
                        e instanceof Refused said ? refusal(said.problem(), recorded, service) : unavailable(service));
    }

    private static Refusal refusal(Problem problem, String recorded, String service) {
        return switch (problem.status()) {
            case 403 -> Refusal.of(InputRule.NOT_ALLOWED);
            case 400 -> Refusal.ofField(PositionRule.of(problem.code()), recorded, params(problem));
            default -> unavailable(service);
        };
    }

    private static String[] params(Problem problem) {
        return problem.params() == null
                ? new String[0]
                : problem.params().entrySet().stream()
                        .filter(param -> !param.getKey().equals("field"))
                        .flatMap(param -> Stream.of(param.getKey(), param.getValue()))
                        .toArray(String[]::new);
    }

    private static Refusal unavailable(String service) {
        return Refusal.of(InputRule.UNAVAILABLE, "service", service);
    }
}
