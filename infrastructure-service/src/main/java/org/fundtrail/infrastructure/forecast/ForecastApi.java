package org.fundtrail.infrastructure.forecast;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.api.forecast.ForecastTerms;
import org.fundtrail.infrastructure.api.forecast.ForecastView;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forecasts", description = "What is still to be contracted on a cost line, as somebody expects it")
public class ForecastApi {
    private static final Map<String, Sort> AS_RECORDED = Map.of("recordedAt", Sort.moment("r.recordedAt"));

    private final Forecasts forecasts;
    private final CostLines lines;
    private final Persons persons;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    ForecastApi(
            Forecasts forecasts,
            CostLines lines,
            Persons persons,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        this.forecasts = forecasts;
        this.lines = lines;
        this.persons = persons;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/cost-lines/{id}/forecasts")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordForecast",
            summary = "Says what is still to be contracted on a cost line",
            description =
                    "It holds from its day on, in the place of the one before. Refused with end-before-start for a day before that one's.")
    @APIResponseSchema(
            value = ForecastView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, ForecastTerms terms) {
        return once.answer(by -> {
            var forecast = forecasts.record(id, Checks.body(terms), by);
            return Answer.created(
                    forecast.view(persons, by.caller()), "/api/infrastructure/v1/forecasts/" + forecast.id(), forecast);
        });
    }

    @POST
    @Path("/cost-lines/{id}/forecasts/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateForecast(@PathParam("id") UUID id, Part<ForecastTerms> part) {
        validation.of(part, reader -> lines.find(id, reader));
    }

    @GET
    @Path("/cost-lines/{id}/forecasts")
    @Operation(
            operationId = "listForecasts",
            summary = "The forecasts of a cost line, oldest first: the last one holds")
    public Page<ForecastView> ofCostLine(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var listing = Listing.of(Forecast.class, reader)
                .where("r.costLine.id = :line", "line", lines.find(id, reader).id())
                .sorted(AS_RECORDED, null, "recordedAt");
        int most = Page.limit(limit);
        return listing.page(forecasts.list(listing, after, most), most, one -> one.view(persons, reader));
    }

    @GET
    @Path("/forecasts/{id}")
    @Operation(operationId = "readForecast", summary = "Reads a forecast")
    @APIResponseSchema(ForecastView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var forecast = forecasts.find(id, reader);
        return Response.ok(forecast.view(persons, reader))
                .tag(String.valueOf(forecast.version()))
                .build();
    }
}
