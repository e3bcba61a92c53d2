package org.fundtrail.funding.programme;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.funding.api.programme.CostKind;
import org.fundtrail.funding.api.programme.ProgrammeCorrection;
import org.fundtrail.funding.api.programme.ProgrammeFilter;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;
import org.fundtrail.records.WholeList;

@Path("/v1/programmes")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Programmes",
        description = "Plans over several years, each financed by one fund, that say what their money may pay for")
public class ProgrammeApi {
    private static final Columns<ProgrammeView> COLUMNS = Columns.of(ProgrammeView.class)
            .with("code", ProgrammeView::code, Sort.text("r.terms.code"))
            .with("name", ProgrammeView::name)
            .with("fund", ProgrammeView::fund)
            .with("managementMode", ProgrammeView::managementMode)
            .with("periodFrom", p -> p.period().from())
            .with("periodTo", p -> p.period().to())
            .with("costScope", p -> p.costScope().stream().map(CostKind::name).collect(Collectors.joining(" ")))
            .with("recordedBy", p -> p.recordedBy().name())
            .with("recordedAt", ProgrammeView::recordedAt, Sort.moment("r.recordedAt"))
            .with("id", ProgrammeView::id);

    private final Programmes programmes;
    private final ProgrammeKind kind;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    ProgrammeApi(
            Programmes programmes,
            ProgrammeKind kind,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.programmes = programmes;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.whole = whole;
        this.signedIn = signedIn;
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
            return Answer.created(
                    kind.view(programme, by.caller()), "/api/funding/v1/programmes/" + programme.id(), programme);
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
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<ProgrammeView> list(
            @BeanParam ProgrammeFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam ProgrammeFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "programmes", COLUMNS, (after, limit) -> page(filter, reader, after, limit));
    }

    private Page<ProgrammeView> page(ProgrammeFilter filter, Caller reader, String after, int most) {
        var listing = Listing.of(Programme.class, reader)
                .named("r.terms.code", filter.code)
                .containing(filter.q, "r.terms.code", "r.terms.name")
                .in(COLUMNS, filter.sort, "code");
        var rows = programmes.list(listing, after, most);
        var views = kind.views(rows, reader);
        return listing.page(rows, most, p -> views.get(p.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readProgramme", summary = "Reads a programme")
    @APIResponseSchema(ProgrammeView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var programme = programmes.find(id, reader);
        return Answer.read(kind.view(programme, reader), programme);
    }

    @POST
    @Path("/{id}/corrections")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "correctProgramme",
            summary = "Corrects what was recorded wrongly of a programme, with a reason",
            description =
                    "Its name at any time; everything else before an allocation names it, refused with field-in-use afterwards. Refused "
                            + "with nothing-corrected where nothing differs.")
    @APIResponseSchema(ProgrammeView.class)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Parameter(required = true) String ifMatch,
            ProgrammeCorrection correction) {
        return once.answer(by -> {
            var programme = programmes.correct(id, IfMatch.required(ifMatch), Checks.body(correction), by);
            return Answer.ok(kind.view(programme, by.caller()), programme);
        });
    }

    @POST
    @Path("/{id}/corrections/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateProgrammeCorrection(@PathParam("id") UUID id, Part<ProgrammeCorrection> part) {
        validation.of(part, reader -> programmes.find(id, reader));
    }
}
