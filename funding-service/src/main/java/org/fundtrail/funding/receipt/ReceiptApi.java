package org.fundtrail.funding.receipt;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.journal.Answer;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.IfMatch;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Once;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.SignedIn;
import org.fundtrail.journal.Subject;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts", description = "Money received on an allocation, confirmed by an accountant")
public class ReceiptApi {
    private final Receipts receipts;
    private final Once once;
    private final SignedIn signedIn;

    ReceiptApi(Receipts receipts, Once once, SignedIn signedIn) {
        this.receipts = receipts;
        this.once = once;
        this.signedIn = signedIn;
    }

    /** A receipt as its readers see it. */
    @Schema(name = "Receipt", description = "Money that arrived on an allocation")
    record View(
            UUID id,
            Subject allocation,
            Receipt.Kind kind,
            Money amount,
            LocalDate valueDate,
            String bankReference,
            ReceiptStatus status,
            String institution,
            String recordedBy,
            Instant recordedAt,

            @Schema(description = "Who confirmed or refused it, or null", nullable = true)
            String decidedBy,

            @Schema(nullable = true) Instant decidedAt,

            @Schema(description = "Why it was refused, or null", nullable = true)
            String reason,

            int version,

            @Schema(description = "The reader recorded it, so somebody else has to confirm it")
            boolean ownRecord,

            @Schema(description = "What the reader may do with it now", examples = "[\"confirm\", \"refuse\"]")
            List<String> actions) {
        static View from(Receipt r, Caller reader) {
            boolean mayDecide = r.status() == ReceiptStatus.RECORDED
                    && reader.institution().equals(r.institution())
                    && reader.is(Role.ACCOUNTANT)
                    && !r.isBy(reader);
            return new View(
                    r.id(),
                    r.allocation().subject(),
                    r.kind(),
                    r.amount(),
                    r.valueDate(),
                    r.bankReference(),
                    r.status(),
                    r.institution(),
                    r.recordedBy(),
                    r.recordedAt(),
                    r.decidedBy(),
                    r.decidedAt(),
                    r.reason(),
                    r.version(),
                    r.isBy(reader),
                    mayDecide ? List.of("confirm", "refuse") : List.of());
        }
    }

    /** Why an accountant refuses a receipt. */
    @Schema(name = "ReceiptRefusal")
    record WhyNot(
            @Schema(required = true, maxLength = 2000, examples = "The bank statement does not show it")
            String reason) {}

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
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, NewReceipt said) {
        var by = signedIn.caller();
        return once.answer(() -> {
            var receipt = receipts.record(id, Checks.body(said), by);
            return Answer.created(
                    View.from(receipt, by), "/api/funding/v1/receipts/" + receipt.id(), receipt.version());
        });
    }

    @GET
    @Path("/allocations/{id}/receipts")
    @Operation(operationId = "listReceipts", summary = "Lists the receipts on an allocation, oldest first")
    public Page<View> list(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var listing = Listing.of(Receipt.class, reader)
                .where("r.allocation.id = :allocation", "allocation", id)
                .sorted(Receipts.SORTS, null, "recordedAt");
        int most = Page.limit(limit);
        return listing.page(receipts.list(id, listing, after, most, reader), most, r -> View.from(r, reader));
    }

    @GET
    @Path("/receipts/{id}")
    @Operation(operationId = "readReceipt", summary = "Reads a receipt")
    @APIResponseSchema(View.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var receipt = receipts.find(id, reader);
        return Response.ok(View.from(receipt, reader))
                .tag(String.valueOf(receipt.version()))
                .build();
    }

    @POST
    @Path("/receipts/{id}/confirmation")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "confirmReceipt",
            summary = "Confirms a receipt against the bank",
            description =
                    "Refused with own-record to who recorded it, with wrong-state unless it is RECORDED (FR 115).")
    @APIResponseSchema(View.class)
    public Response confirm(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Nothing nothing) {
        var by = signedIn.caller();
        return once.answer(() -> {
            var receipt = receipts.confirm(id, IfMatch.optional(ifMatch), by);
            return Answer.ok(View.from(receipt, by), receipt.version());
        });
    }

    @POST
    @Path("/receipts/{id}/refusal")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "refuseReceipt",
            summary = "Refuses a receipt, with a reason",
            description = "The amount is still to be received. Refused with own-record to who recorded it.")
    @APIResponseSchema(View.class)
    public Response refuse(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, WhyNot whyNot) {
        var by = signedIn.caller();
        return once.answer(() -> {
            var receipt = receipts.refuse(
                    id, IfMatch.optional(ifMatch), Checks.body(whyNot).reason(), by);
            return Answer.ok(View.from(receipt, by), receipt.version());
        });
    }
}
