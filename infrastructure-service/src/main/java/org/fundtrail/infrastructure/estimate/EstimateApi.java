package org.fundtrail.infrastructure.estimate;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Money;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.PersonRef;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.SignedIn;
import org.fundtrail.journal.Subject;

/** One estimate by its id; ladders are read and added to at their project or works programme. */
@Path("/v1/estimates")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Estimates",
        description = "What was said to be the cost, when and by whom: a ladder, one of it the baseline")
public class EstimateApi {
    private final Estimates estimates;
    private final SignedIn signedIn;

    EstimateApi(Estimates estimates, SignedIn signedIn) {
        this.estimates = estimates;
        this.signedIn = signedIn;
    }

    /** An estimate as its readers see it. */
    @Schema(name = "Estimate", description = "What was said on some day to be the cost; never changed")
    public record View(
            UUID id,

            @Schema(description = "The project or works programme it is an estimate of")
            Subject owner,

            @Schema(examples = "Government decision of August 2021")
            String name,

            @Schema(description = "As its source states it") Money amount,

            @Schema(description = "NET: without VAT. GROSS: with it. UNKNOWN: the source does not say.")
            Basis basis,

            @Schema(
                    description = "The VAT added to a net amount, otherwise null",
                    nullable = true,
                    implementation = String.class,
                    examples = "0.21")
            String vatRate,

            @Schema(
                    description =
                            "With VAT, rounded half up to the cent, as it counts in sums; GROSS and UNKNOWN as stated")
            Money gross,

            @Schema(description = "The source says \"at least\"")
            boolean lowerBound,

            @Schema(description = "AACE 18R-97 class, 1 to 5, or null", nullable = true, examples = "4")
            Integer accuracyClass,

            @Schema(examples = "2021-08-23") LocalDate date,

            NewEstimate.Source source,

            @Schema(description = "It is the one that counts")
            boolean baseline,

            String institution,
            PersonRef recordedBy,
            Instant recordedAt,
            int version,

            @Schema(description = "What the reader may do with it now", examples = "[\"choose-baseline\"]")
            List<String> actions) {

        /** @param anotherWaits a choice of its owner waits for a decision, so none is proposed beside it */
        static View from(Estimate e, boolean baseline, boolean anotherWaits, Persons persons, Caller reader) {
            boolean officer =
                    reader.is(Role.PROJECT_OFFICER) && reader.institution().equals(e.institution());
            return new View(
                    e.id(),
                    e.owner(),
                    e.name(),
                    e.amount(),
                    e.basis(),
                    e.vatRate() == null ? null : e.vatRate().toPlainString(),
                    e.gross(),
                    e.lowerBound(),
                    e.accuracyClass(),
                    e.date(),
                    e.source(),
                    baseline,
                    e.institution(),
                    persons.ref(e.recordedBy()),
                    e.recordedAt(),
                    e.version(),
                    officer && !baseline && !anotherWaits ? List.of("choose-baseline") : List.of());
        }

        /** A baseline, or null where none is chosen. */
        public static View baseline(Estimate chosen, Persons persons, Caller reader) {
            return chosen == null ? null : from(chosen, true, false, persons, reader);
        }
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readEstimate", summary = "Reads an estimate")
    @APIResponseSchema(View.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var estimate = estimates.find(id, reader);
        return Response.ok(estimates.view(estimate, reader))
                .tag(String.valueOf(estimate.version()))
                .build();
    }
}
