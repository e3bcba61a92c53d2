package org.fundtrail.funding.allocation;

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
import java.util.function.Supplier;
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
import org.fundtrail.funding.api.allocation.AllocationAmendmentTerms;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.funding.api.allocation.ChangedAmendmentTerms;
import org.fundtrail.funding.api.allocation.ClosureTerms;
import org.fundtrail.funding.api.allocation.DecommitmentTerms;
import org.fundtrail.journal.Role;
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
@Tag(
        name = "Amendments",
        description =
                "What was decided at first is never edited: it is amended, decommitted, released or closed, decided by a second person")
public class AllocationAmendmentApi {
    private static final Map<String, Sort> AS_RECORDED = Map.of("recordedAt", Sort.moment("r.recordedAt"));
    private static final String STEPS = "org.fundtrail.funding.allocation.AmendmentStep ";
    private static final String MADE = "Recorded; Location says where";

    private final AllocationAmendments all;
    private final Allocations allocations;
    private final AllocationAmendmentKind kind;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    AllocationAmendmentApi(
            AllocationAmendments all,
            Allocations allocations,
            AllocationAmendmentKind kind,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        this.all = all;
        this.allocations = allocations;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/allocations/{id}/amendments")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "amendAllocation",
            summary = "Proposes to raise or lower an allocation by a decision",
            description =
                    "Nothing changes until an approver who is somebody else approves it; then the allocation is so much more or less from the "
                            + "date of the decision on (balances.allocated), and its amount stays what was decided at first. What is below "
                            + "zero is taken from what is available and from what is still to be received alike: refused with "
                            + "exceeds-uncommitted or exceeds-not-received where it is more than that, with allocation-not-in-force before "
                            + "approval, with allocation-closed after closure.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(value = AllocationAmendmentView.class, responseCode = "201", responseDescription = MADE)
    public Response amend(@PathParam("id") UUID id, AllocationAmendmentTerms terms) {
        return record(id, () -> Amending.of(Checks.body(terms)));
    }

    @POST
    @Path("/allocations/{id}/amendments/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateAmendment(@PathParam("id") UUID id, Part<AllocationAmendmentTerms> part) {
        validation.of(part, reader -> allocations.find(id, reader));
    }

    @POST
    @Path("/allocations/{id}/decommitments")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "decommitAllocation",
            summary = "Proposes that a part of an allocation, or all of it, goes back unused",
            description =
                    "Taken from what is available and from what is still to be received alike, once an approver who is somebody else approves it. "
                            + "What projects have is released from their commitments before. Refused with exceeds-uncommitted or "
                            + "exceeds-not-received where it is more than is free (CPR 105).")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(value = AllocationAmendmentView.class, responseCode = "201", responseDescription = MADE)
    public Response decommit(@PathParam("id") UUID id, DecommitmentTerms terms) {
        return record(id, () -> Amending.of(Checks.body(terms)));
    }

    @POST
    @Path("/allocations/{id}/decommitments/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateDecommitment(@PathParam("id") UUID id, Part<DecommitmentTerms> part) {
        validation.of(part, reader -> allocations.find(id, reader));
    }

    @POST
    @Path("/allocations/{id}/closure")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "closeAllocation",
            summary = "Proposes to close an allocation of which nothing is open",
            description =
                    "Refused with allocation-not-used while any of it is available (what is not needed is decommitted first, by a decision of its "
                            + "own), with allocation-not-claimed while any is committed and not claimed, with allocation-not-received while any of it is to be received, and with allocation-undecided while a "
                            + "commitment, receipt, claim, cost option or amendment waits; asked again when it is approved. Closed, it stays APPROVED and "
                            + "says closedOn; receipts, commitments, claims and amendments are refused with allocation-closed.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(value = AllocationAmendmentView.class, responseCode = "201", responseDescription = MADE)
    public Response close(@PathParam("id") UUID id, ClosureTerms terms) {
        return record(id, () -> Amending.of(Checks.body(terms)));
    }

    @POST
    @Path("/allocations/{id}/closure/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateClosure(@PathParam("id") UUID id, Part<ClosureTerms> part) {
        validation.of(part, reader -> allocations.find(id, reader));
    }

    /** What is asked is read only after the key was claimed. */
    private Response record(UUID id, Supplier<Amending> amending) {
        return once.answer(by -> {
            var made = all.record(id, amending.get(), by);
            return Answer.created(
                    kind.view(made, by.caller()), "/api/funding/v1/allocation-amendments/" + made.id(), made);
        });
    }

    @GET
    @Path("/allocations/{id}/amendments")
    @Operation(
            operationId = "listAllocationAmendments",
            summary = "The amendments, decommitments and closures of an allocation, oldest first")
    public Page<AllocationAmendmentView> ofAllocation(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var listing = Listing.of(AllocationAmendment.class, reader)
                .where(
                        "r.allocation.id = :allocation",
                        "allocation",
                        allocations.find(id, reader).id())
                .sorted(AS_RECORDED, null, "recordedAt");
        return all.page(listing, after, Page.limit(limit), rows -> kind.views(rows, reader));
    }

    @GET
    @Path("/allocation-amendments/{id}")
    @Operation(
            operationId = "readAllocationAmendment",
            summary = "Reads an amendment, decommitment or closure of an allocation")
    @APIResponseSchema(AllocationAmendmentView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var one = all.find(id, reader);
        return Answer.read(kind.view(one, reader), one);
    }

    @PUT
    @Path("/allocation-amendments/{id}")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "changeAllocationAmendment",
            summary = "Changes an amendment, decommitment or closure that was returned and proposes it again",
            description = "Needs If-Match; it stays of its type, and is refused as a new one would be.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(AllocationAmendmentView.class)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ChangedAmendmentTerms terms) {
        return once.answer(by -> {
            var changed = all.change(id, IfMatch.required(ifMatch), Checks.body(terms), by);
            return Answer.ok(kind.view(changed, by.caller()), changed);
        });
    }

    @POST
    @Path("/allocation-amendments/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideAllocationAmendment",
            summary = "Approves, returns or rejects an amendment, decommitment or closure of an allocation",
            description =
                    "Approved, it counts at once. Refused as when it was recorded where the allocation cannot be taken from, or closed, any more.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "APPROVE RETURN REJECT")
    @APIResponseSchema(AllocationAmendmentView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> {
            var decided = all.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by);
            return Answer.ok(kind.view(decided, by.caller()), decided);
        });
    }

    @POST
    @Path("/allocation-amendments/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeAllocationAmendmentStep",
            summary = "Takes a step of an amendment, decommitment or closure that has no address of its own",
            description = "WITHDRAW takes back what one has recorded oneself and nobody has approved.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WITHDRAW")
    @APIResponseSchema(AllocationAmendmentView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = Step.meant(AmendmentStep.values(), Checks.body(terms), by.today());
            var taken = all.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(taken, by.caller()), taken);
        });
    }
}
