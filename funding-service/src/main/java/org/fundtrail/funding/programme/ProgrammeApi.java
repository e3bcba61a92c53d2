package org.fundtrail.funding.programme;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Page;
import org.fundtrail.common.value.Part;
import org.fundtrail.funding.api.programme.ProgrammeFilter;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;

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
    private final Validation validation;
    private final SignedIn signedIn;
    private final Persons persons;

    ProgrammeApi(Programmes programmes, Once once, Validation validation, SignedIn signedIn, Persons persons) {
        this.programmes = programmes;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
        this.persons = persons;
    }

    @POST
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "recordProgramme",
            summary = "Records a programme",
            description =
                    "Usable at once. Refused with programme-code-taken when the institution has one with this code.")
    @APIResponseSchema(
            value = ProgrammeView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(ProgrammeTerms terms) {
        return once.answer(by -> {
            var programme = programmes.record(Checks.body(terms), by);
            return Answer.created(programme.view(persons), "/api/funding/v1/programmes/" + programme.id(), programme);
        });
    }

    @POST
    @Path("/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateProgramme(Part<ProgrammeTerms> part) {
        validation.of(part);
    }

    @GET
    @Operation(operationId = "listProgrammes", summary = "Lists programmes by code")
    public Page<ProgrammeView> list(
            @BeanParam ProgrammeFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var listing = Listing.of(Programme.class, signedIn.caller())
                .named("r.terms.code", filter.code)
                .containing(filter.q, "r.terms.code", "r.terms.name")
                .sorted(Programmes.SORTS, null, "code");
        int most = Page.limit(limit);
        return listing.page(programmes.list(listing, after, most), most, p -> p.view(persons));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readProgramme", summary = "Reads a programme")
    @APIResponseSchema(ProgrammeView.class)
    public Response read(@PathParam("id") UUID id) {
        var programme = programmes.find(id, signedIn.caller());
        return Response.ok(programme.view(persons))
                .tag(String.valueOf(programme.version()))
                .build();
    }
}
