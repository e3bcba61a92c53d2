package org.fundtrail.infrastructure.works;

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
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.works.WorksProgrammeCorrection;
import org.fundtrail.infrastructure.api.works.WorksProgrammeFilter;
import org.fundtrail.infrastructure.api.works.WorksProgrammeTerms;
import org.fundtrail.infrastructure.api.works.WorksProgrammeView;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;
import org.fundtrail.records.WholeList;

@Path("/v1") // as BaselineApi has it: a class is chosen by its path before its methods are looked at
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Works programmes", description = "Projects grouped under a joint estimate, which is never added to theirs")
public class WorksProgrammeApi {
    private static final Columns<WorksProgrammeView> COLUMNS = Columns.of(WorksProgrammeView.class)
            .with("reference", WorksProgrammeView::reference, Sort.text("r.terms.reference"))
            .with("titleEn", w -> w.title().en())
            .with("titleLt", w -> w.title().lt())
            .with("baseline", w -> w.baseline() == null ? null : w.baseline().gross())
            .with(
                    "baselineLowerBound",
                    w -> w.baseline() == null ? null : w.baseline().lowerBound())
            .with(
                    "currency",
                    w -> w.baseline() == null ? null : w.baseline().gross().currency())
            .with("recordedBy", w -> w.recordedBy().name())
            .with("recordedAt", WorksProgrammeView::recordedAt, Sort.moment("r.recordedAt"))
            .with("id", WorksProgrammeView::id);

    private final WorksProgrammes works;
    private final WorksProgrammeKind kind;
    private final Estimates estimates;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    WorksProgrammeApi(
            WorksProgrammes works,
            WorksProgrammeKind kind,
            Estimates estimates,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.works = works;
        this.kind = kind;
        this.estimates = estimates;
        this.once = once;
        this.validation = validation;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/works-programmes")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordWorksProgramme",
            summary = "Records a works programme",
            description =
                    "Usable at once. Refused with works-programme-reference-taken when the institution has one of this reference.")
    @APIResponseSchema(
            value = WorksProgrammeView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(WorksProgrammeTerms terms) {
        return once.answer(by -> {
            var recorded = works.record(Checks.body(terms), by);
            return Answer.created(
                    kind.view(recorded, by.caller()),
                    "/api/infrastructure/v1/works-programmes/" + recorded.id(),
                    recorded);
        });
    }

    @POST
    @Path("/works-programmes/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateWorksProgramme(Part<WorksProgrammeTerms> part) {
        validation.of(part);
    }

    @GET
    @Path("/works-programmes")
    @Operation(operationId = "listWorksProgrammes", summary = "Lists works programmes")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<WorksProgrammeView> list(
            @BeanParam WorksProgrammeFilter filter,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/works-programmes")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam WorksProgrammeFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "works-programmes", COLUMNS, (after, limit) -> page(filter, reader, after, limit));
    }

    private Listing<WorksProgramme> listing(WorksProgrammeFilter filter, Caller reader) {
        return Listing.of(WorksProgramme.class, reader)
                .named("r.terms.reference", filter.reference)
                .containing(filter.q, "r.terms.reference", "r.terms.title.en", "r.terms.title.lt")
                .in(COLUMNS, filter.sort, "reference");
    }

    private Page<WorksProgrammeView> page(WorksProgrammeFilter filter, Caller reader, String after, int limit) {
        var listing = listing(filter, reader);
        var rows = works.list(listing, after, limit);
        var views = kind.views(rows, reader);
        return listing.page(rows, limit, w -> views.get(w.id()));
    }

    @GET
    @Path("/works-programmes/{id}")
    @Operation(
            operationId = "readWorksProgramme",
            summary = "Reads a works programme",
            description = "Its projects are those of /v1/projects?worksProgramme={id}.")
    @APIResponseSchema(WorksProgrammeView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var found = works.find(id, reader);
        return Answer.read(kind.view(found, reader), found);
    }

    @POST
    @Path("/works-programmes/{id}/corrections")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "correctWorksProgramme",
            summary = "Corrects what was recorded wrongly of a works programme, with a reason",
            description = "Its title; its reference stays. Refused with nothing-corrected where nothing differs.")
    @APIResponseSchema(WorksProgrammeView.class)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Parameter(required = true) String ifMatch,
            WorksProgrammeCorrection correction) {
        return once.answer(by -> {
            var corrected = works.correct(id, IfMatch.required(ifMatch), Checks.body(correction), by);
            return Answer.ok(kind.view(corrected, by.caller()), corrected);
        });
    }

    @POST
    @Path("/works-programmes/{id}/corrections/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateWorksProgrammeCorrection(@PathParam("id") UUID id, Part<WorksProgrammeCorrection> part) {
        validation.of(part, reader -> works.find(id, reader));
    }

    @POST
    @Path("/works-programmes/{id}/estimates")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Tag(name = "Estimates")
    @Operation(
            operationId = "recordWorksProgrammeEstimate",
            summary = "Adds a joint estimate to the ladder of a works programme",
            description = "It overwrites none, and counts once it is chosen as the baseline.")
    @APIResponseSchema(
            value = EstimateView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response recordEstimate(@PathParam("id") UUID id, EstimateTerms terms) {
        return once.answer(by -> estimates.created(works.estimate(id, Checks.body(terms), by), by));
    }

    @POST
    @Path("/works-programmes/{id}/estimates/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateWorksProgrammeEstimate(@PathParam("id") UUID id, Part<EstimateTerms> part) {
        validation.of(part, reader -> works.find(id, reader));
    }

    @GET
    @Path("/works-programmes/{id}/estimates")
    @Tag(name = "Estimates")
    @Operation(
            operationId = "listWorksProgrammeEstimates",
            summary = "The ladder of a works programme: by date, then as recorded")
    public Page<EstimateView> ladder(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        return estimates.ladder(works.find(id, reader), reader, after, limit);
    }
}
