package org.fundtrail.funding.receipt;

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
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
import org.fundtrail.funding.allocation.Allocations;
import org.fundtrail.funding.api.receipt.ReceiptFilter;
import org.fundtrail.funding.api.receipt.ReceiptRefusal;
import org.fundtrail.funding.api.receipt.ReceiptStatus;
import org.fundtrail.funding.api.receipt.ReceiptTerms;
import org.fundtrail.funding.api.receipt.ReceiptView;
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
@Tag(name = "Receipts", description = "Money received on an allocation, confirmed by an accountant")
public class ReceiptApi {
    private static final Columns<ReceiptView> COLUMNS = Columns.of(ReceiptView.class)
            .with("bankReference", ReceiptView::bankReference)
            .with("allocation", r -> r.allocation().reference())
            .with("kind", ReceiptView::kind)
            .sortedSum("amount", ReceiptView::amount, "r.terms.amount.amount")
            .with("currency", r -> r.amount().currency())
            .with("valueDate", ReceiptView::valueDate, Sort.day("r.terms.valueDate"))
            .with("status", ReceiptView::status)
            .with("recordedBy", r -> r.recordedBy().name())
            .with("recordedAt", ReceiptView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", r -> r.decidedBy() == null ? null : r.decidedBy().name())
            .with("decidedAt", ReceiptView::decidedAt)
            .with("reason", ReceiptView::reason)
            .with("id", ReceiptView::id);

    private static final Counted.On COUNTS_ON = Counted.On.entriesOfTheirs("RECEIVED");

    private final Receipts receipts;
    private final ReceiptKind kind;
    private final Counted counted;
    private final Allocations allocations;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    ReceiptApi(
            Receipts receipts,
            ReceiptKind kind,
            Counted counted,
            Allocations allocations,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.counted = counted;
        this.receipts = receipts;
        this.kind = kind;
        this.allocations = allocations;
        this.once = once;
        this.validation = validation;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    /** Nothing more to say. */
    @Schema(name = "ReceiptConfirmation", description = "Nothing more to say: an empty object")
    record Nothing() {}

    @POST
    @Path("/allocations/{id}/receipts")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "recordReceipt",
            summary = "Records money received",
            description =
                    "Set aside at once and counted as received when an accountant confirms it. Refused with exceeds-allocation "
                            + "beyond what is still to be received, with allocation-not-in-force before approval.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.receipt.ReceiptStep RECORD")
    @APIResponseSchema(
            value = ReceiptView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, ReceiptTerms terms) {
        return once.answer(by -> {
            var receipt = receipts.record(id, Checks.body(terms), by);
            return Answer.created(kind.view(receipt, by.caller()), "/api/funding/v1/receipts/" + receipt.id(), receipt);
        });
    }

    @POST
    @Path("/allocations/{id}/receipts/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateReceipt(@PathParam("id") UUID id, Part<ReceiptTerms> part) {
        validation.of(part, reader -> allocations.find(id, reader));
    }

    @GET
    @Path("/allocations/{id}/receipts")
    @Operation(operationId = "listReceipts", summary = "Lists the receipts on an allocation, oldest first")
    public Page<ReceiptView> list(
            @PathParam("id") UUID id,
            @BeanParam ReceiptFilter filter,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return page(id, filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/receipts")
    @Operation(operationId = "listAllReceipts", summary = "Lists receipts on all allocations, oldest first")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<ReceiptView> all(
            @BeanParam ReceiptFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(null, filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/receipts")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam ReceiptFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "receipts", COLUMNS, (after, limit) -> page(null, filter, reader, after, limit));
    }

    private Page<ReceiptView> page(UUID allocation, ReceiptFilter filter, Caller reader, String after, int most) {
        var status = Listing.oneOf(ReceiptStatus.class, filter.status, "status");
        return counted.read(filter.asOf, COUNTS_ON, reader, day -> {
            var listing = Listing.of(Receipt.class, reader)
                    .where("r.allocation.id = :allocation", "allocation", allocation)
                    .counted(COUNTS_ON, day, () -> at -> allocation == null || allocation.equals(at.owner()))
                    .where("r.status = :status", "status", status)
                    .named("r.terms.bankReference", filter.reference)
                    .containing(filter.q, "r.terms.bankReference")
                    .in(COLUMNS, filter.sort, "recordedAt");
            var rows = receipts.list(allocation, listing, after, most, reader);
            var views = kind.views(rows, reader, counted.of(rows, COUNTS_ON, day));
            return listing.page(rows, most, r -> views.get(r.id()));
        });
    }

    @GET
    @Path("/receipts/{id}")
    @Operation(operationId = "readReceipt", summary = "Reads a receipt")
    @APIResponseSchema(ReceiptView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var receipt = receipts.find(id, reader);
        return Answer.read(kind.view(receipt, reader), receipt);
    }

    @POST
    @Path("/receipts/{id}/confirmation")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "confirmReceipt",
            summary = "Confirms a receipt against the bank, or its reversal",
            description =
                    "Counts as received from its value date on (FR 115). A reversal that is confirmed takes back from today on what "
                            + "counted as received; it is to be received again.")
    @Extension(
            name = StepsInDocument.STEPS,
            value = "org.fundtrail.funding.receipt.ReceiptStep CONFIRM APPROVE_REVERSAL")
    @APIResponseSchema(ReceiptView.class)
    public Response confirm(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Nothing nothing) {
        return take(id, ifMatch, by -> new Taking(ReceiptStep::yes, null, null));
    }

    @POST
    @Path("/receipts/{id}/refusal")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "refuseReceipt",
            summary = "Refuses a receipt or its reversal, with a reason",
            description =
                    "The amount is still to be received; of a receipt whose reversal is refused it stays received.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.receipt.ReceiptStep REFUSE REFUSE_REVERSAL")
    @APIResponseSchema(ReceiptView.class)
    public Response refuse(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ReceiptRefusal refusal) {
        return take(
                id,
                ifMatch,
                by -> new Taking(ReceiptStep::no, Checks.body(refusal).reason(), null));
    }

    @POST
    @Path("/receipts/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeReceiptStep",
            summary = "Takes a step of a receipt that has no address of its own",
            description =
                    "WITHDRAW takes back what one has recorded oneself and nobody has confirmed. REVERSE proposes to undo what was "
                            + "confirmed; it counts until an accountant who did not propose it has confirmed that.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.receipt.ReceiptStep WITHDRAW REVERSE")
    @APIResponseSchema(ReceiptView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return take(id, ifMatch, by -> {
            var step = Step.meant(ReceiptStep.values(), Checks.body(terms), by.today());
            return new Taking(status -> step, terms.reason(), terms.on());
        });
    }

    private record Taking(Function<ReceiptStatus, ReceiptStep> step, String reason, LocalDate on) {}

    /** What is taken is read only after the key was claimed. */
    private Response take(UUID id, String ifMatch, Function<Writer, Taking> wanted) {
        return once.answer(by -> {
            var taking = wanted.apply(by);
            var receipt = receipts.take(id, IfMatch.optional(ifMatch), taking.step, taking.reason, taking.on, by);
            return Answer.ok(kind.view(receipt, by.caller()), receipt);
        });
    }
}
