package org.fundtrail.funding.commitment;

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
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.funding.api.commitment.CommitmentFilter;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.register.ProjectRegister;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.Counted;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Step;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;
import org.fundtrail.records.WholeList;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments", description = "Parts of allocations that are assigned to projects")
public class CommitmentApi {
    private static final Columns<CommitmentView> COLUMNS = Columns.of(CommitmentView.class)
            .with("legalCommitmentReference", c -> c.legalCommitment().reference())
            .with("legalCommitmentDate", c -> c.legalCommitment().date())
            .with("allocation", c -> c.allocation().reference())
            .with("project", c -> c.project().reference())
            .sortedSum("amount", CommitmentView::amount, "r.terms.amount.amount")
            .with("currency", c -> c.amount().currency())
            .sortedSum("committed", CommitmentView::committed, "r.committed")
            .with("status", CommitmentView::status)
            .with("override", c -> c.override() == null ? null : c.override().reason())
            .with("recordedBy", c -> c.recordedBy().name())
            .with("recordedAt", CommitmentView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", c -> c.decidedBy() == null ? null : c.decidedBy().name())
            .with("decidedAt", CommitmentView::decidedAt)
            .with("reason", CommitmentView::reason)
            .with("id", CommitmentView::id);

    private static final Counted.On COUNTS_ON = Counted.On.entriesOfTheirs("COMMITTED")
            .and("CLAIMED", "REIMBURSED"); // where claims have taken it, which are not its own entries
    private final Commitments commitments;
    private final CommitmentKind kind;
    private final Counted counted;
    private final ProjectRegister projects;
    private final Allocations allocations;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    CommitmentApi(
            Commitments commitments,
            CommitmentKind kind,
            Counted counted,
            ProjectRegister projects,
            Allocations allocations,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.counted = counted;
        this.commitments = commitments;
        this.kind = kind;
        this.projects = projects;
        this.allocations = allocations;
        this.once = once;
        this.validation = validation;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/allocations/{id}/commitments")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "recordCommitment",
            summary = "Reserves a part of an allocation for a project",
            description =
                    "Reserved at once, committed when an approver approves, available again when it is returned or rejected. "
                            + "Refused with exceeds-available beyond what is available, with cost-outside-programme when the programme may "
                            + "not pay for that kind of project (an override with its reason has an approver decide on it; override-not-needed where the "
                            + "programme may pay), with allocation-not-in-force before approval, with allocation-closed after closure.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.commitment.CommitmentStep RECORD")
    @APIResponseSchema(
            value = CommitmentView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, CommitmentTerms terms) {
        return once.answer(by -> project(terms, by), (project, by) -> {
            var commitment = commitments.record(id, terms, project, by);
            return Answer.created(
                    kind.view(commitment, by.caller()), "/api/funding/v1/commitments/" + commitment.id(), commitment);
        });
    }

    /** The project that is named; what is wrong with the request is said first. */
    private ProjectView project(CommitmentTerms terms, Writer by) {
        Values.check(Checks.body(terms), by.today());
        return projects.named(terms.project(), by, signedIn.authorization());
    }

    @POST
    @Path("/allocations/{id}/commitments/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateCommitment(@PathParam("id") UUID id, Part<CommitmentTerms> part) {
        validation.of(part, reader -> allocations.find(id, reader));
    }

    @GET
    @Path("/allocations/{id}/commitments")
    @Operation(
            operationId = "listCommitmentsOfAllocation",
            summary = "Lists the commitments of an allocation, oldest first")
    public Page<CommitmentView> ofAllocation(
            @PathParam("id") UUID id,
            @BeanParam CommitmentFilter filter,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return page(id, filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/commitments")
    @Operation(operationId = "listCommitments", summary = "Lists commitments, oldest first")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<CommitmentView> list(
            @BeanParam CommitmentFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(null, filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/commitments")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam CommitmentFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "commitments", COLUMNS, (after, limit) -> page(null, filter, reader, after, limit));
    }

    private Page<CommitmentView> page(UUID allocation, CommitmentFilter filter, Caller reader, String after, int most) {
        var project = Listing.id(filter.project, "project");
        var status = Listing.oneOf(ApprovalStatus.class, filter.status, "status");
        return counted.read(filter.asOf, COUNTS_ON, reader, day -> {
            var listing = Listing.of(Commitment.class, reader)
                    .where("r.allocation.id = :allocation", "allocation", allocation)
                    .where("r.projectId = :project", "project", project)
                    .counted(
                            COUNTS_ON,
                            day,
                            () -> at -> (allocation == null || allocation.equals(at.owner()))
                                    && (project == null || project.equals(at.party())))
                    .where("r.status = :status", "status", status)
                    .named("r.terms.legalCommitment.reference", filter.reference)
                    .containing(filter.q, "r.terms.legalCommitment.reference")
                    .in(COLUMNS, filter.sort, "recordedAt");
            var rows = commitments.list(allocation, listing, after, most, reader);
            var views = kind.views(rows, reader, counted.of(rows, COUNTS_ON, day));
            return listing.page(rows, most, c -> views.get(c.id()));
        });
    }

    @GET
    @Path("/commitments/{id}")
    @Operation(operationId = "readCommitment", summary = "Reads a commitment")
    @APIResponseSchema(CommitmentView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var commitment = commitments.find(id, reader);
        return Answer.read(kind.view(commitment, reader), commitment);
    }

    @PUT
    @Path("/commitments/{id}")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "changeCommitment",
            summary = "Changes a returned commitment and reserves its amount again",
            description = "Needs If-Match; refused as a new one would be.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.commitment.CommitmentStep CHANGE")
    @APIResponseSchema(CommitmentView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, CommitmentTerms terms) {
        return once.answer(by -> project(terms, by), (project, by) -> {
            var commitment = commitments.change(id, IfMatch.required(ifMatch), terms, project, by);
            return Answer.ok(kind.view(commitment, by.caller()), commitment);
        });
    }

    @POST
    @Path("/commitments/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideCommitment",
            summary = "Approves, returns or rejects a commitment, or decides on its reversal",
            description =
                    "Returned or rejected, its amount is available again. A reversal that is approved makes available from today on what "
                            + "was committed, refused with reversal-built-on while an amendment is built on it and with reversal-of-used-money beyond "
                            + "what of it is not claimed; returned or rejected, the commitment stays in force.")
    @Extension(
            name = StepsInDocument.STEPS,
            value =
                    "org.fundtrail.funding.commitment.CommitmentStep APPROVE RETURN REJECT APPROVE_REVERSAL REFUSE_REVERSAL")
    @APIResponseSchema(CommitmentView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> {
            var commitment = commitments.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by);
            return Answer.ok(kind.view(commitment, by.caller()), commitment);
        });
    }

    @POST
    @Path("/commitments/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeCommitmentStep",
            summary = "Takes a step of a commitment that has no address of its own",
            description =
                    "WITHDRAW takes back what one has recorded oneself and nobody has approved; it is available again. "
                            + "REVERSE proposes to undo what was approved; it counts until somebody else has decided on that. "
                            + "Refused with reversal-built-on while an amendment is built on it, and with reversal-of-used-money where the other "
                            + "commitments of its project from its allocation come to less than what is claimed.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.commitment.CommitmentStep WITHDRAW REVERSE")
    @APIResponseSchema(CommitmentView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = Step.meant(CommitmentStep.values(), Checks.body(terms), by.today());
            var commitment = commitments.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(commitment, by.caller()), commitment);
        });
    }
}
