package org.fundtrail.funding.programme;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Page;
import org.fundtrail.common.Period;
import org.fundtrail.journal.Answer;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Once;
import org.fundtrail.journal.PersonRef;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.SignedIn;

@Path("/v1/programmes")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Programmes",
        description = "Plans over several years, each financed by one fund, that say what their money may pay for")
public class ProgrammeApi {
    private final Programmes programmes;
    private final Once once;
    private final SignedIn signedIn;
    private final Persons persons;

    ProgrammeApi(Programmes programmes, Once once, SignedIn signedIn, Persons persons) {
        this.programmes = programmes;
        this.once = once;
        this.signedIn = signedIn;
        this.persons = persons;
    }

    /** A programme as its readers see it. */
    @Schema(name = "Programme", description = "A plan over several years, financed by one fund")
    record View(
            UUID id,
            String code,
            Fund fund,
            String name,
            ManagementMode managementMode,
            Period period,
            List<CostKind> costScope,
            String institution,
            PersonRef recordedBy,
            Instant recordedAt,
            int version) {
        static View from(Programme p, Persons persons) {
            return new View(
                    p.id(),
                    p.code(),
                    p.fund(),
                    p.name(),
                    p.managementMode(),
                    p.period(),
                    p.costScope(),
                    p.institution(),
                    persons.ref(p.recordedBy()),
                    p.recordedAt(),
                    p.version());
        }
    }

    @POST
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "recordProgramme",
            summary = "Records a programme",
            description =
                    "Usable at once. Refused with programme-code-taken when the institution has one with this code.")
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Recorded; Location says where")
    public Response record(NewProgramme said) {
        return once.answer(by -> {
            var programme = programmes.record(Checks.body(said), by);
            return Answer.created(
                    View.from(programme, persons), "/api/funding/v1/programmes/" + programme.id(), programme);
        });
    }

    @GET
    @Operation(operationId = "listProgrammes", summary = "Lists programmes by code")
    public Page<View> list(
            @QueryParam("code") @Parameter(description = "Exactly this code", example = "AMIF-EMAS") String code,
            @QueryParam("q") String q,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        var listing = Listing.of(Programme.class, signedIn.caller())
                .named("r.code", code)
                .containing(q, "r.code", "r.name")
                .sorted(Programmes.SORTS, null, "code");
        int most = Page.limit(limit);
        return listing.page(programmes.list(listing, after, most), most, p -> View.from(p, persons));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readProgramme", summary = "Reads a programme")
    @APIResponseSchema(View.class)
    public Response read(@PathParam("id") UUID id) {
        var programme = programmes.find(id, signedIn.caller());
        return Response.ok(View.from(programme, persons))
                .tag(String.valueOf(programme.version()))
                .build();
    }
}
