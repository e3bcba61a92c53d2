package org.fundtrail.funding.recovery;

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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.funding.api.recovery.RecoveryDecision;
import org.fundtrail.funding.api.recovery.RecoveryFilter;
import org.fundtrail.funding.api.recovery.RecoveryOffset;
import org.fundtrail.funding.api.recovery.RecoveryPayment;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.funding.api.recovery.RecoveryTerms;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.funding.api.recovery.RecoveryWaiver;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;
import org.fundtrail.records.WholeList;

@Path("/v1/recoveries")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recoveries", description = "What is to be paid back of claims that were paid (FR 98-99)")
public class RecoveryApi {
    private static final String STEPS = "org.fundtrail.funding.recovery.RecoveryStep ";

    /** What is not ordered has no day yet, and comes after all that has. */
    private static final Sort BY_DUE_DAY = Sort.day("coalesce(r.ordered.dueOn, local date 9999-12-31)");

    private static final Columns<RecoveryView> COLUMNS = Columns.of(RecoveryView.class)
            .with("reference", RecoveryView::reference, Sort.text("r.reference"))
            .with("claim", c -> c.claim().reference())
            .with("allocation", c -> c.allocation().reference())
            .with("project", c -> c.project().reference())
            .sortedSum("amount", RecoveryView::amount, "r.amount")
            .with("interest", c -> c.interest() == null ? null : c.interest().amount())
            .with("total", RecoveryView::total)
            .with("currency", c -> c.amount().currency())
            .with("kind", RecoveryView::kind)
            .with("status", RecoveryView::status)
            .with("debitNote", c -> c.debitNote() == null ? null : c.debitNote().number())
            .with("dueOn", c -> c.debitNote() == null ? null : c.debitNote().dueOn(), BY_DUE_DAY)
            .with("settledOn", RecoveryView::settledOn)
            .with("bankReference", RecoveryView::bankReference)
            .with("offset", c -> c.offset() == null ? null : c.offset().reference())
            .with("reason", RecoveryView::reason)
            .with("recordedBy", c -> c.recordedBy().name())
            .with("recordedAt", RecoveryView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", c -> c.decidedBy() == null ? null : c.decidedBy().name())
            .with("id", RecoveryView::id);

    private final Recoveries recoveries;
    private final Settlements settlements;
    private final RecoveryKind kind;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    RecoveryApi(
            Recoveries recoveries,
            Settlements settlements,
            RecoveryKind kind,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.recoveries = recoveries;
        this.settlements = settlements;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @POST
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "recordRecovery",
            summary = "Establishes that something of a paid claim is to be paid back",
            description =
                    "Of what each line was paid, less what is recovered of it already unless that was rejected or withdrawn: exceeds-recoverable beyond "
                            + "that. Refused with claim-not-paid before the claim is paid, and with item-of-several-claims where several paid claims "
                            + "name the invoice and the claim is not said. What a credit note takes back of a paid claim the system establishes itself. "
                            + "An allocation is not closed while a recovery of it is established, returned or ordered; of a closed one what is paid back or "
                            + "offset is available and not committed again.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(
            value = RecoveryView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(RecoveryTerms terms) {
        return once.answer(by -> {
            var recovery = recoveries.record(Checks.body(terms), by);
            return Answer.created(
                    kind.view(recovery, by.caller()), "/api/funding/v1/recoveries/" + recovery.id(), recovery);
        });
    }

    @POST
    @Path("/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateRecovery(Part<RecoveryTerms> part) {
        validation.of(part);
    }

    @GET
    @Operation(operationId = "listRecoveries", summary = "Lists recoveries")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<RecoveryView> list(
            @BeanParam RecoveryFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam RecoveryFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "recoveries", COLUMNS, (after, limit) -> page(filter, reader, after, limit));
    }

    private Page<RecoveryView> page(RecoveryFilter filter, Caller reader, String after, int limit) {
        var listing = Listing.of(Recovery.class, reader)
                .within(filter.allocation, "r.allocation.id", "r.allocation.terms.reference")
                .within(filter.claim, "r.claim.id", "r.claim.reference")
                .within(filter.offset, "r.offsetClaim.id", "r.offsetClaim.reference")
                .within(filter.project, "r.projectId", "r.projectReference")
                .where("r.status = :status", "status", Listing.oneOf(RecoveryStatus.class, filter.status, "status"))
                .named("r.reference", filter.reference)
                .containing(
                        filter.q,
                        "r.reference",
                        "r.ordered.debitNote",
                        "r.projectReference",
                        "r.projectTitleEn",
                        "r.projectTitleLt")
                .in(COLUMNS, filter.sort, "-recordedAt")
                .measured(Recovery::length);
        var rows = recoveries.list(listing, after, limit);
        var views = kind.views(rows, reader);
        return listing.page(rows, limit, recovery -> views.get(recovery.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readRecovery", summary = "Reads a recovery")
    @APIResponseSchema(RecoveryView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var recovery = recoveries.find(id, reader);
        return Response.ok(kind.view(recovery, reader))
                .tag(String.valueOf(recovery.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "changeRecovery",
            summary = "Changes a returned recovery and establishes it again",
            description = "Needs If-Match; refused as a new one would be. It stays on its claim.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(RecoveryView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, RecoveryTerms terms) {
        return taking(by -> recoveries.change(id, IfMatch.required(ifMatch), Checks.body(terms), by));
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideRecovery",
            summary = "Orders a recovery, returns or rejects it",
            description =
                    "The order makes its debit note, numbered without gaps, due 30 days later unless dueOn says otherwise: what is ordered is receivable. "
                            + "Interest on late payment is computed from the rate that the order says, and from none otherwise. Returned or rejected, "
                            + "nothing is due.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "ORDER RETURN REJECT")
    @APIResponseSchema(RecoveryView.class)
    public Response decide(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, RecoveryDecision decision) {
        return taking(by -> recoveries.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by));
    }

    @POST
    @Path("/{id}/payment")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "payRecovery",
            summary = "Says that the beneficiary paid it back, with its interest",
            description =
                    "What was reimbursed is committed to the project again, and what is not proven of the items can be claimed again; what is not "
                            + "eligible nobody claims again, and what a credit note took back leaves the books.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "PAY")
    @APIResponseSchema(RecoveryView.class)
    public Response pay(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, RecoveryPayment payment) {
        return taking(by -> settlements.pay(id, IfMatch.optional(ifMatch), Checks.body(payment), by));
    }

    @POST
    @Path("/{id}/offset")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "offsetRecovery",
            summary = "Keeps it back, with its interest, from what another claim is to be paid",
            description =
                    "The claim is an authorised one of the same project: its toPay is so much less. If it comes back, this recovery is ORDERED again. Refused with "
                            + "exceeds-to-pay beyond what of it is still to be paid. What was recovered comes back as when it is paid.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "OFFSET")
    @APIResponseSchema(RecoveryView.class)
    public Response offset(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, RecoveryOffset offset) {
        return taking(by -> settlements.offset(id, IfMatch.optional(ifMatch), Checks.body(offset), by));
    }

    @POST
    @Path("/{id}/waiver")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "waiveRecovery",
            summary = "Waives a recovery that was ordered",
            description = "It is not due any more. Nothing comes back, and what was waived can never be claimed again.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WAIVE")
    @APIResponseSchema(RecoveryView.class)
    public Response waive(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, RecoveryWaiver waiver) {
        return taking(by -> settlements.waive(id, IfMatch.optional(ifMatch), Checks.body(waiver), by));
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeRecoveryStep",
            summary = "Takes a step of a recovery that has no address of its own",
            description = "WITHDRAW takes back what one has recorded oneself and nobody has ordered.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WITHDRAW")
    @APIResponseSchema(RecoveryView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return taking(by -> recoveries.take(id, IfMatch.optional(ifMatch), Checks.body(terms), by));
    }

    private Response taking(Function<Writer, Recovery> step) {
        return once.answer(by -> {
            var recovery = step.apply(by);
            return Answer.ok(kind.view(recovery, by.caller()), recovery);
        });
    }
}
