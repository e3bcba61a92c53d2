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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.journal.Answer;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Counted;
import org.fundtrail.journal.IfMatch;
import org.fundtrail.journal.Life;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Once;
import org.fundtrail.journal.PersonRef;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.SignedIn;
import org.fundtrail.journal.StepTerms;
import org.fundtrail.journal.StepsInDocument;
import org.fundtrail.journal.Subject;
import org.fundtrail.journal.Writer;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts", description = "Money received on an allocation, confirmed by an accountant")
public class ReceiptApi {
    private static final String COUNTS_ON = "RECEIVED";

    private final Receipts receipts;
    private final ReceiptKind kind;
    private final Counted counted;
    private final Once once;
    private final SignedIn signedIn;

    ReceiptApi(Receipts receipts, ReceiptKind kind, Counted counted, Once once, SignedIn signedIn) {
        this.counted = counted;
        this.receipts = receipts;
        this.kind = kind;
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
            PersonRef recordedBy,
            Instant recordedAt,

            @Schema(description = "Who confirmed or refused it, or null", nullable = true)
            PersonRef decidedBy,

            @Schema(nullable = true) Instant decidedAt,

            @Schema(description = "Why it was refused, or null", nullable = true)
            String reason,

            int version,

            @Schema(description = "The reader recorded it, so somebody else has to confirm it")
            boolean ownRecord,

            @Schema(description = "What the reader may do with it now", examples = "[\"confirm\", \"refuse\"]")
            List<String> actions,

            @Schema(description = "What was done with it so far")
            List<Life.Taken> steps,

            @Schema(
                    description =
                            "With how much it counted by the day of asOf; null but in lists that were asked for one",
                    nullable = true)
            Money counted) {
        static View from(Receipt r, Life life, Persons persons, Caller reader, Money counted) {
            return new View(
                    r.id(),
                    r.allocation().subject(),
                    r.kind(),
                    r.amount(),
                    r.valueDate(),
                    r.bankReference(),
                    r.status(),
                    r.institution(),
                    persons.ref(r.recordedBy()),
                    r.recordedAt(),
                    life.decidedBy(),
                    life.decidedAt(),
                    life.reason(),
                    r.version(),
                    life.isBy(reader),
                    life.actions(r, ReceiptStep.values(), reader),
                    life.steps(),
                    counted);
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
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.receipt.ReceiptStep RECORD")
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, NewReceipt said) {
        return once.answer(by -> {
            var receipt = receipts.record(id, Checks.body(said), by);
            return Answer.created(kind.view(receipt, by.caller()), "/api/funding/v1/receipts/" + receipt.id(), receipt);
        });
    }

    @GET
    @Path("/allocations/{id}/receipts")
    @Operation(operationId = "listReceipts", summary = "Lists the receipts on an allocation, oldest first")
    public Page<View> list(
            @PathParam("id") UUID id,
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "Only what counted by this day, with the amount that counted (counted) and their total",
                            example = "2021-12-31")
                    String asOf,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return page(id, null, asOf, after, limit);
    }

    @GET
    @Path("/receipts")
    @Operation(operationId = "listAllReceipts", summary = "Lists receipts on all allocations, oldest first")
    public Page<View> all(
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "Only what counted by this day, with the amount that counted (counted) and, unless filtered, their total",
                            example = "2021-12-31")
                    String asOf,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = ReceiptStatus.class)) String status,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return page(null, Listing.oneOf(ReceiptStatus.class, status, "status"), asOf, after, limit);
    }

    private Page<View> page(UUID allocation, ReceiptStatus status, String asOf, String after, String limit) {
        var reader = signedIn.caller();
        int most = Page.limit(limit);
        return counted.read(asOf, COUNTS_ON, reader, day -> {
            var listing = Listing.of(Receipt.class, reader)
                    .where("r.allocation.id = :allocation", "allocation", allocation)
                    .counted(COUNTS_ON, day, () -> at -> allocation == null || allocation.equals(at.owner()))
                    .where("r.status = :status", "status", status)
                    .sorted(Receipts.SORTS, null, "recordedAt");
            var rows = receipts.list(allocation, listing, after, most, reader);
            var views = kind.views(rows, reader, counted.of(rows, COUNTS_ON, day));
            return listing.page(rows, most, r -> views.get(r.id()));
        });
    }

    @GET
    @Path("/receipts/{id}")
    @Operation(operationId = "readReceipt", summary = "Reads a receipt")
    @APIResponseSchema(View.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var receipt = receipts.find(id, reader);
        return Response.ok(kind.view(receipt, reader))
                .tag(String.valueOf(receipt.version()))
                .build();
    }

    @POST
    @Path("/receipts/{id}/confirmation")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "confirmReceipt",
            summary = "Confirms a receipt against the bank",
            description = "Counts as received from its value date on (FR 115).")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.receipt.ReceiptStep CONFIRM")
    @APIResponseSchema(View.class)
    public Response confirm(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Nothing nothing) {
        return take(id, ifMatch, by -> new Taking(ReceiptStep.CONFIRM, null, null));
    }

    @POST
    @Path("/receipts/{id}/refusal")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "refuseReceipt",
            summary = "Refuses a receipt, with a reason",
            description = "The amount is still to be received.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.receipt.ReceiptStep REFUSE")
    @APIResponseSchema(View.class)
    public Response refuse(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, WhyNot whyNot) {
        return take(
                id,
                ifMatch,
                by -> new Taking(ReceiptStep.REFUSE, Checks.body(whyNot).reason(), null));
    }

    @POST
    @Path("/receipts/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeReceiptStep",
            summary = "Takes a step of a receipt that has no address of its own",
            description = "WITHDRAW takes back what one has recorded oneself and nobody has confirmed.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.receipt.ReceiptStep WITHDRAW")
    @APIResponseSchema(View.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return take(id, ifMatch, by -> {
            var step = (ReceiptStep) Checks.body(terms).of(ReceiptStep.values(), by.today());
            return new Taking(step, terms.reason(), terms.on());
        });
    }

    private record Taking(ReceiptStep step, String reason, LocalDate on) {}

    /** What is taken is read only after the key was claimed. */
    private Response take(UUID id, String ifMatch, Function<Writer, Taking> wanted) {
        return once.answer(by -> {
            var taking = wanted.apply(by);
            var receipt = receipts.take(id, IfMatch.optional(ifMatch), taking.step, taking.reason, taking.on, by);
            return Answer.ok(kind.view(receipt, by.caller()), receipt);
        });
    }
}
