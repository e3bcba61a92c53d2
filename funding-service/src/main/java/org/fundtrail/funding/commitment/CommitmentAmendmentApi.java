package org.fundtrail.funding.commitment;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.value.Part;
import org.fundtrail.funding.allocation.AmendmentStep;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentView;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Step;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Amendments")
public class CommitmentAmendmentApi {
    private static final Map<String, Sort> AS_RECORDED = Map.of("recordedAt", Sort.moment("r.recordedAt"));
    private static final String STEPS = "org.fundtrail.funding.allocation.AmendmentStep ";

    private final CommitmentAmendments all;
    private final Commitments commitments;
    private final CommitmentAmendmentKind kind;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    CommitmentAmendmentApi(
            CommitmentAmendments all,
            Commitments commitments,
            CommitmentAmendmentKind kind,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        this.all = all;
        this.commitments = commitments;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/commitments/{id}/amendments")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "amendCommitment",
            summary = "Proposes to raise, lower or release a commitment",
            description =
                    "What it adds is reserved at once (exceeds-available beyond what is available) and committed when an approver who is somebody "
                            + "else approves; what is below zero is released then and available again, all of it where that is the whole. "
                            + "Refused with exceeds-commitment beyond what the commitment comes to, with exceeds-unclaimed beyond what of it "
                            + "is not claimed, with commitment-not-in-force before approval, with allocation-closed after closure.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(
            value = CommitmentAmendmentView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response amend(@PathParam("id") UUID id, CommitmentAmendmentTerms terms) {
        return once.answer(by -> {
            var made = all.record(id, Checks.body(terms), by);
            return Answer.created(
                    kind.view(made, by.caller()), "/api/funding/v1/commitment-amendments/" + made.id(), made);
        });
    }

    @POST
    @Path("/commitments/{id}/amendments/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateCommitmentAmendment(@PathParam("id") UUID id, Part<CommitmentAmendmentTerms> part) {
        validation.of(part, reader -> commitments.find(id, reader));
    }

    @GET
    @Path("/commitments/{id}/amendments")
    @Operation(operationId = "listCommitmentAmendments", summary = "The amendments of a commitment, oldest first")
    public Page<CommitmentAmendmentView> ofCommitment(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var commitment = commitments.find(id, reader).id();
        var listing = Listing.of(CommitmentAmendment.class, reader)
                .where("r.commitment.id = :commitment", "commitment", commitment)
                .sorted(AS_RECORDED, null, "recordedAt");
        return all.page(listing, after, Page.limit(limit), rows -> kind.views(rows, reader));
    }

    @GET
    @Path("/commitment-amendments/{id}")
    @Operation(operationId = "readCommitmentAmendment", summary = "Reads an amendment of a commitment")
    @APIResponseSchema(CommitmentAmendmentView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var one = all.find(id, reader);
        return Answer.read(kind.view(one, reader), one);
    }

    @PUT
    @Path("/commitment-amendments/{id}")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "changeCommitmentAmendment",
            summary = "Changes an amendment of a commitment that was returned and proposes it again",
            description = "Needs If-Match; refused as a new one would be. Its commitment stays.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(CommitmentAmendmentView.class)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, CommitmentAmendmentTerms terms) {
        return once.answer(by -> shown(all.change(id, IfMatch.required(ifMatch), Checks.body(terms), by), by));
    }

    @POST
    @Path("/commitment-amendments/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideCommitmentAmendment",
            summary = "Approves, returns or rejects an amendment of a commitment",
            description =
                    "Approved, the commitment comes to so much more or less (committed). Returned or rejected, what it reserved is available again.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "APPROVE RETURN REJECT")
    @APIResponseSchema(CommitmentAmendmentView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> shown(all.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by), by));
    }

    @POST
    @Path("/commitment-amendments/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeCommitmentAmendmentStep",
            summary = "Takes a step of an amendment of a commitment that has no address of its own",
            description =
                    "WITHDRAW takes back what one has recorded oneself and nobody has approved; what it reserved is available again.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WITHDRAW")
    @APIResponseSchema(CommitmentAmendmentView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = Step.meant(AmendmentStep.values(), Checks.body(terms), by.today());
            return shown(all.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by), by);
        });
    }

    private Answer shown(CommitmentAmendment one, Writer by) {
        return Answer.ok(kind.view(one, by.caller()), one);
    }
}
