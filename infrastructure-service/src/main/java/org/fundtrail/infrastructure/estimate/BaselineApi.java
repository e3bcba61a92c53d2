package org.fundtrail.infrastructure.estimate;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.api.estimate.BaselineTerms;
import org.fundtrail.infrastructure.api.estimate.BaselineView;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Step;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Baselines", description = "Which estimate counts: proposed with a reason, decided by somebody else")
public class BaselineApi {
    private static final String STEPS = "org.fundtrail.infrastructure.estimate.BaselineStep ";

    private final Baselines baselines;
    private final BaselineKind kind;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    BaselineApi(Baselines baselines, BaselineKind kind, Once once, Validation validation, SignedIn signedIn) {
        this.baselines = baselines;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/projects/{id}/baseline")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "proposeProjectBaseline",
            summary = "Proposes the estimate of a project that counts",
            description =
                    "Counts from the estimate's date on once somebody else has approved it. Refused with estimate-unknown unless it "
                            + "is one of its own, with already-the-baseline when it counts already, with baseline-already-proposed while "
                            + "another proposal waits.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "PROPOSE")
    @APIResponseSchema(
            value = BaselineView.class,
            responseCode = "201",
            responseDescription = "Proposed; Location says where")
    public Response proposeForProject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, BaselineTerms choice) {
        return propose("project", id, ifMatch, choice);
    }

    @POST
    @Path("/works-programmes/{id}/baseline")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "proposeWorksProgrammeBaseline",
            summary = "Proposes the joint estimate of a works programme that counts",
            description = "As for a project.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "PROPOSE")
    @APIResponseSchema(
            value = BaselineView.class,
            responseCode = "201",
            responseDescription = "Proposed; Location says where")
    public Response proposeForWorksProgramme(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, BaselineTerms choice) {
        return propose("works-programme", id, ifMatch, choice);
    }

    private Response propose(String type, UUID owner, String ifMatch, BaselineTerms choice) {
        return once.answer(by -> {
            var baseline = baselines.propose(type, owner, IfMatch.optional(ifMatch), Checks.body(choice), by);
            return Answer.created(
                    kind.view(baseline, by.caller()), "/api/infrastructure/v1/baselines/" + baseline.id(), baseline);
        });
    }

    @POST
    @Path("/projects/{id}/baseline/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateProjectBaseline(@PathParam("id") UUID id, Part<BaselineTerms> part) {
        validation.of(part, reader -> baselines.owner("project", id, reader));
    }

    @POST
    @Path("/works-programmes/{id}/baseline/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateWorksProgrammeBaseline(@PathParam("id") UUID id, Part<BaselineTerms> part) {
        validation.of(part, reader -> baselines.owner("works-programme", id, reader));
    }

    @GET
    @Path("/projects/{id}/baselines")
    @Operation(operationId = "listProjectBaselines", summary = "The choices of baseline of a project, oldest first")
    public Page<BaselineView> ofProject(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page("project", id, after, limit);
    }

    @GET
    @Path("/works-programmes/{id}/baselines")
    @Operation(
            operationId = "listWorksProgrammeBaselines",
            summary = "The choices of baseline of a works programme, oldest first")
    public Page<BaselineView> ofWorksProgramme(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page("works-programme", id, after, limit);
    }

    private Page<BaselineView> page(String type, UUID owner, String after, String limit) {
        var reader = signedIn.caller();
        baselines.owner(type, owner, reader);
        var listing = Baselines.of(type, owner, reader);
        int most = Page.limit(limit);
        var rows = baselines.list(listing, after, most);
        var views = kind.views(rows, reader);
        return listing.page(rows, most, b -> views.get(b.id()));
    }

    @GET
    @Path("/baselines/{id}")
    @Operation(operationId = "readBaseline", summary = "Reads a choice of baseline")
    @APIResponseSchema(BaselineView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var baseline = baselines.find(id, reader);
        return Answer.read(kind.view(baseline, reader), baseline);
    }

    @POST
    @Path("/baselines/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideBaseline",
            summary = "Approves, returns or rejects a choice of baseline",
            description = "Approved, it counts; returned or rejected, another may be proposed.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "APPROVE RETURN REJECT")
    @APIResponseSchema(BaselineView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> {
            var baseline = baselines.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by);
            return Answer.ok(kind.view(baseline, by.caller()), baseline);
        });
    }

    @POST
    @Path("/baselines/{id}/steps")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "takeBaselineStep",
            summary = "Takes a step of a choice of baseline that has no address of its own",
            description = "WITHDRAW takes back what one has proposed oneself and nobody has decided on.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WITHDRAW")
    @APIResponseSchema(BaselineView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = Step.meant(BaselineStep.values(), Checks.body(terms), by.today());
            var baseline = baselines.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(baseline, by.caller()), baseline);
        });
    }
}
