package org.fundtrail.gateway.position;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Problem;
import org.fundtrail.gateway.openapi.WholeApi;

@Path("/api/v1/financing-position")
@Tag(name = "Financing position")
public class FinancingPositionApi {
    private final FinancingPositions positions;

    FinancingPositionApi(FinancingPositions positions) {
        this.positions = positions;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "financingPosition", summary = "What is covered and what is not", description = """
                    One position of both services. A project's gap is its baseline with VAT less its approved commitments, never below \
                    zero: estimated = covered + gap and committed = covered + overCommitted, for each and in total. A works programme adds what of its joint estimate is in no project yet. At completion the same is said of what \
                    projects will have cost: gapAtCompletion is estimateAtCompletion less approved commitments. Every total is a sum that counts \
                    each amount once. The same day and numbers of entries give the same bytes whenever they are asked. Where a service cannot be \
                    reached there is no partial answer.""")
    @Extension(name = WholeApi.JOINT, value = "true")
    @APIResponse(
            responseCode = "200",
            description = "The position",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FinancingPosition.class),
                            examples = @ExampleObject(name = "position", value = EXAMPLE)))
    @APIResponse(
            responseCode = "400",
            description = "asOf is no date, or lies in the future; recorded.* is no number, or more than is recorded",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "future", value = IN_FUTURE)))
    @APIResponse(
            responseCode = "503",
            description = "A service cannot be reached: which one is in params.service",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "down", value = DOWN)))
    public Uni<FinancingPosition> position(
            @Parameter(
                            description = "As of this day (today unless given), not in the future",
                            schema = @Schema(implementation = String.class, format = "date"),
                            example = "2021-12-31")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(
                            description =
                                    "Of so many entries of funding-service: recorded.funding of an earlier answer; all unless given",
                            schema = @Schema(implementation = String.class),
                            example = "12")
                    @QueryParam("recorded.funding")
                    String recordedFunding,
            @Parameter(
                            description =
                                    "Of so many entries of infrastructure-service: recorded.infrastructure of an earlier answer; all unless given",
                            schema = @Schema(implementation = String.class),
                            example = "9")
                    @QueryParam("recorded.infrastructure")
                    String recordedInfrastructure) {
        return positions.read(new Moment(asOf, recordedFunding, recordedInfrastructure));
    }

    private static final String IN_FUTURE = """
            {"type": "about:blank", "title": "Bad Request", "status": 400, "code": "date-in-future", "field": "asOf",
             "detail": "asOf must not be after today, 2026-11-23.", "params": {"field": "asOf", "today": "2026-11-23"},
             "errors": [{"field": "asOf", "code": "date-in-future", "detail": "asOf must not be after today, 2026-11-23.",
                         "params": {"field": "asOf", "today": "2026-11-23"}}]}""";
    private static final String DOWN = """
            {"type": "about:blank", "title": "Service Unavailable", "status": 503, "code": "unavailable",
             "detail": "The funding-service cannot be reached just now. Nothing was recorded; try again in a moment.",
             "params": {"service": "funding-service"}}""";
    private static final String EXAMPLE = """
            {"asOf": "2026-11-23", "recorded": {"funding": 12, "infrastructure": 9},
             "totals": {"estimated": {"amount": "500000000.00", "currency": "EUR"}, "contracted": {"amount": "0.00", "currency": "EUR"},
                        "certified": {"amount": "0.00", "currency": "EUR"}, "invoiced": {"amount": "0.00", "currency": "EUR"},
                        "paid": {"amount": "0.00", "currency": "EUR"}, "allocated": {"amount": "189460000.00", "currency": "EUR"}, "received": {"amount": "29600000.00", "currency": "EUR"},
                        "committed": {"amount": "152460000.00", "currency": "EUR"}, "covered": {"amount": "152460000.00", "currency": "EUR"},
                        "overCommitted": {"amount": "0.00", "currency": "EUR"}, "gap": {"amount": "347540000.00", "currency": "EUR"},
                        "estimateAtCompletion": {"amount": "500000000.00", "currency": "EUR"},
                        "gapAtCompletion": {"amount": "347540000.00", "currency": "EUR"}},
             "worksProgrammes": [], "projects": [],
             "unassigned": [{"id": "0199b5a0-0000-7000-8000-000000000001", "reference": "EMAS-2021-LT", "donor": "European Commission",
                             "fund": "AMIF", "amount": {"amount": "37000000.00", "currency": "EUR"},
                             "received": {"amount": "29600000.00", "currency": "EUR"}}]}""";
}
