package org.fundtrail.funding.checklist;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.funding.api.checklist.ChecklistFilter;
import org.fundtrail.funding.api.checklist.ChecklistTerms;
import org.fundtrail.funding.api.checklist.ChecklistView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Step;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;
import org.fundtrail.records.WholeList;

@Path("/v1/checklists")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checklists", description = "What is asked when claims of a programme are verified, in versions")
public class ChecklistApi {
    private static final String STEPS = "org.fundtrail.funding.checklist.ChecklistStep ";
    private static final String IN_FORCE = "r.status = 'APPROVED' AND NOT EXISTS (SELECT 1 FROM Checklist later"
            + " WHERE later.programme = r.programme AND later.status = 'APPROVED' AND later.number > r.number)";

    private static final Columns<ChecklistView> COLUMNS = Columns.of(ChecklistView.class)
            .with("reference", ChecklistView::reference)
            .with("programme", c -> c.programme().code())
            .with("number", ChecklistView::number)
            .with("title", ChecklistView::title)
            .with("questions", c -> c.questions().size())
            .with("inForce", ChecklistView::inForce)
            .with("status", ChecklistView::status)
            .with("recordedBy", c -> c.recordedBy().name())
            .with("recordedAt", ChecklistView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", c -> c.decidedBy() == null ? null : c.decidedBy().name())
            .with("id", ChecklistView::id);

    private final Checklists checklists;
    private final ChecklistKind kind;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    ChecklistApi(
            Checklists checklists,
            ChecklistKind kind,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.checklists = checklists;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @POST
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "recordChecklist",
            summary = "Proposes the next version of a programme's checklist",
            description =
                    "Claims are verified by it once an approver who is somebody else has approved it; until then by the version before, if there "
                            + "is one. A programme without a checklist has its claims verified without: they say so.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(
            value = ChecklistView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(ChecklistTerms terms) {
        return once.answer(by -> {
            var checklist = checklists.record(Checks.body(terms), by);
            return Answer.created(
                    kind.view(checklist, by.caller()), "/api/funding/v1/checklists/" + checklist.id(), checklist);
        });
    }

    @POST
    @Path("/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateChecklist(Part<ChecklistTerms> part) {
        validation.of(part);
    }

    @GET
    @Operation(operationId = "listChecklists", summary = "Lists the versions of checklists")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<ChecklistView> list(
            @BeanParam ChecklistFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam ChecklistFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "checklists", COLUMNS, (after, limit) -> page(filter, reader, after, limit));
    }

    private Page<ChecklistView> page(ChecklistFilter filter, Caller reader, String after, int most) {
        var listing = Listing.of(Checklist.class, reader)
                .within(filter.programme, "r.programme.id", "r.programme.terms.code")
                .where("r.status = :status", "status", Listing.oneOf(ApprovalStatus.class, filter.status, "status"))
                .where("true".equals(filter.inForce) ? IN_FORCE : null)
                .containing(filter.q, "r.title")
                .in(COLUMNS, filter.sort, "-recordedAt")
                .measured(Checklist::length);
        var rows = checklists.list(listing, after, most);
        var views = kind.views(rows, reader);
        return listing.page(rows, most, one -> views.get(one.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readChecklist", summary = "Reads a version of a checklist")
    @APIResponseSchema(ChecklistView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var checklist = checklists.find(id, reader);
        return Response.ok(kind.view(checklist, reader))
                .tag(String.valueOf(checklist.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "changeChecklist",
            summary = "Changes a version that came back and proposes it again",
            description = "Needs If-Match. What was approved never changes: the next version says something else.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(ChecklistView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ChecklistTerms terms) {
        return once.answer(by -> {
            var checklist = checklists.change(id, IfMatch.required(ifMatch), Checks.body(terms), by);
            return Answer.ok(kind.view(checklist, by.caller()), checklist);
        });
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideChecklist",
            summary = "Approves, returns or rejects a version of a checklist",
            description =
                    "Approved, it is in force and the version before is not. Refused with checklist-superseded where a later version is in force "
                            + "already.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "APPROVE RETURN REJECT")
    @APIResponseSchema(ChecklistView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> {
            var checklist = checklists.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by);
            return Answer.ok(kind.view(checklist, by.caller()), checklist);
        });
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeChecklistStep",
            summary = "Takes a step of a checklist that has no address of its own",
            description = "WITHDRAW takes back what one has recorded oneself and nobody has approved.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WITHDRAW")
    @APIResponseSchema(ChecklistView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = Step.meant(ChecklistStep.values(), Checks.body(terms), by.today());
            var checklist = checklists.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(checklist, by.caller()), checklist);
        });
    }
}
