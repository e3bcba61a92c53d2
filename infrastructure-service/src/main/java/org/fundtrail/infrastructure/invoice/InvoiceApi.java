package org.fundtrail.infrastructure.invoice;

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
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.api.invoice.InvoiceDecision;
import org.fundtrail.infrastructure.api.invoice.InvoiceDispute;
import org.fundtrail.infrastructure.api.invoice.InvoiceFilter;
import org.fundtrail.infrastructure.api.invoice.InvoiceMatch;
import org.fundtrail.infrastructure.api.invoice.InvoicePayment;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.invoice.InvoiceTerms;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.contract.Contracts;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.OpenToServices;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Step;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;
import org.fundtrail.records.WholeList;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invoices", description = "What suppliers ask to be paid on contracts")
public class InvoiceApi {
    private static final String STEPS = "org.fundtrail.infrastructure.invoice.InvoiceStep ";

    private static final Columns<InvoiceView> COLUMNS = Columns.of(InvoiceView.class)
            .with("number", InvoiceView::number, Sort.text("r.terms.number"))
            .with("contract", i -> i.contract().reference())
            .with("project", i -> i.contract().project().reference())
            .with("supplier", i -> i.supplier().name())
            .with("supplierIdentifier", i -> i.supplier().identifier())
            .with("issuedOn", InvoiceView::issuedOn, Sort.day("r.terms.issuedOn"))
            .with("dueOn", InvoiceView::dueOn)
            .sum("net", InvoiceView::net, "r.terms.net.amount")
            .sum("vat", InvoiceView::vat, "r.terms.vat.amount")
            .sortedSum("gross", InvoiceView::gross, "r.terms.gross.amount")
            .with("currency", i -> i.gross().currency())
            .with("credited", InvoiceView::credited)
            .with("eligible", InvoiceView::eligible)
            .with(
                    "certificate",
                    i -> i.certificate() == null ? null : i.certificate().reference())
            .with("acceptance", InvoiceView::acceptance)
            .with("override", i -> i.override() == null ? null : i.override().reason())
            .with("status", InvoiceView::status)
            .with("paidOn", InvoiceView::paidOn)
            .with("proof", InvoiceView::proof)
            .with("recordedBy", i -> i.recordedBy().name())
            .with("recordedAt", InvoiceView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", i -> i.decidedBy() == null ? null : i.decidedBy().name())
            .with("id", InvoiceView::id);

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");

    private static final List<String[]> SAYS =
            List.of(new String[] {"r.terms.number"}, new String[] {"r.supplier.name", "r.supplier.identifier"});

    private final Invoices invoices;
    private final Contracts contracts;
    private final InvoiceKind kind;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    InvoiceApi(
            Invoices invoices,
            Contracts contracts,
            InvoiceKind kind,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.invoices = invoices;
        this.contracts = contracts;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/invoices")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordInvoice",
            summary = "Records an invoice that was received on a contract in force",
            description =
                    "It is RECEIVED and counts for nothing until another project officer has matched it and an approver has approved it. Refused with "
                            + "invoice-number-taken where the same supplier has an invoice of the same number (its letters and "
                            + "digits, in any case) that is neither rejected nor withdrawn, unless override says why; an approver then decides by "
                            + "approving it. Others of the same supplier and gross amount within 30 days are never refused: similar names them.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(
            value = InvoiceView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(InvoiceTerms terms) {
        return once.answer(by -> {
            var invoice = invoices.record(Checks.body(terms), by);
            return Answer.created(
                    kind.view(invoice, by.caller()), "/api/infrastructure/v1/invoices/" + invoice.id(), invoice);
        });
    }

    @POST
    @Path("/invoices/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateInvoice(Part<InvoiceTerms> part) {
        validation.of(part);
    }

    @GET
    @Path("/contracts/{id}/invoices")
    @Operation(operationId = "listInvoicesOfContract", summary = "Lists the invoices on a contract, oldest first")
    public Page<InvoiceView> ofContract(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var contract = contracts.find(id, reader).id();
        return page(
                Listing.of(Invoice.class, reader)
                        .where("r.contract.id = :contract", "contract", contract)
                        .in(COLUMNS, null, "recordedAt"),
                reader,
                after,
                Page.limit(limit));
    }

    @GET
    @OpenToServices
    @Path("/invoices")
    @Operation(operationId = "listInvoices", summary = "Lists invoices")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<InvoiceView> list(
            @BeanParam InvoiceFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        return page(listing(filter, reader), reader, after, Page.limit(limit));
    }

    @GET
    @Path("/invoices")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam InvoiceFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(
                asked, "invoices", COLUMNS, (after, limit) -> page(listing(filter, reader), reader, after, limit));
    }

    private static Listing<Invoice> listing(InvoiceFilter filter, Caller reader) {
        return Listing.of(Invoice.class, reader)
                .within(filter.contract, "r.contract.id", "r.contract.terms.reference")
                .within(filter.certificate, "r.certificate.id", "r.certificate.reference")
                .within(filter.project, "r.contract.project.id", "r.contract.project.terms.reference")
                .where("r.status = :status", "status", Listing.oneOf(InvoiceStatus.class, filter.status, "status"))
                .where("r.supplier.identifier = :supplier", "supplier", given(filter.supplier))
                .named("r.terms.number", filter.number)
                .where("r.terms.gross.amount = :gross", "gross", amount(filter.gross))
                .where(overriding(filter.override))
                .containingIn(filter.q, SAYS)
                .in(COLUMNS, filter.sort, "-recordedAt");
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static BigDecimal amount(String asked) {
        var text = given(asked);
        if (text != null && !AMOUNT.matcher(text).matches()) {
            throw Refusal.ofField(InputRule.AMOUNT_MALFORMED, "gross");
        }
        return text == null ? null : new BigDecimal(text);
    }

    private static String overriding(String asked) {
        return switch (asked == null ? "" : asked.strip()) {
            case "" -> null;
            case "true" -> "r.terms.override.reason IS NOT NULL";
            case "false" -> "r.terms.override.reason IS NULL";
            default -> throw Refusal.ofField(InputRule.UNKNOWN_VALUE, "override", "allowed", "true, false");
        };
    }

    private Page<InvoiceView> page(Listing<Invoice> listing, Caller reader, String after, int limit) {
        var rows = invoices.list(listing, after, limit);
        var views = kind.views(rows, reader);
        return listing.page(rows, limit, invoice -> views.get(invoice.id()));
    }

    @GET
    @OpenToServices
    @Path("/invoices/{id}")
    @Operation(operationId = "readInvoice", summary = "Reads an invoice")
    @APIResponseSchema(InvoiceView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var invoice = invoices.find(id, reader);
        return Answer.read(kind.view(invoice, reader), invoice);
    }

    @PUT
    @Path("/invoices/{id}")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "changeInvoice",
            summary = "Changes a returned invoice, which has to be matched again",
            description = "Needs If-Match.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(InvoiceView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, InvoiceTerms terms) {
        return taking(by -> invoices.change(id, IfMatch.required(ifMatch), Checks.body(terms), by));
    }

    @POST
    @Path("/invoices/{id}/match")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "matchInvoice",
            summary = "Says by what an invoice is accepted",
            description =
                    "By an approved certificate of its contract, or by what is kept elsewhere, unless the contract has terms of certification "
                            + "or a certificate: refused with contract-is-certified. Refused with invoice-vat-differs where its VAT is neither "
                            + "what is left of the certificate's nor the contract's rate of its net amount, rounded half up to the cent (0 "
                            + "where whoever buys owes it).")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "MATCH")
    @APIResponseSchema(InvoiceView.class)
    public Response match(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, InvoiceMatch match) {
        return taking(id, ifMatch, match, invoices::match);
    }

    @POST
    @Path("/invoices/{id}/approval")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideInvoice",
            summary = "Approves, returns or rejects a matched invoice",
            description =
                    "Approved, it is invoiced from the day it was issued, and how much of it is eligible is fixed. It is what is left of its "
                            + "certificate's payable amount, which its invoices share: less is approved with a reason only, more is refused "
                            + "with invoice-above-certificate. Where acceptance is kept elsewhere, the contract's worth without VAT is the "
                            + "ceiling: refused with invoice-above-contract. One that was recorded with override shares what can be claimed with the "
                            + "first of its number, unless anotherPaper says that it has a cost of its own: refused with not-overriding for all others.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "APPROVE RETURN REJECT")
    @APIResponseSchema(InvoiceView.class)
    public Response decide(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, InvoiceDecision decision) {
        return taking(id, ifMatch, decision, invoices::decide);
    }

    @POST
    @Path("/invoices/{id}/payment")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "payInvoice",
            summary = "Says that an approved invoice was paid",
            description =
                    "All that credit notes have left of it. paidOn may lie before it was recorded or approved here, or before it was issued: "
                            + "what was paid in advance was paid. Refused with nothing-to-pay where credit notes took back all of it.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "PAY")
    @APIResponseSchema(InvoiceView.class)
    public Response pay(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, InvoicePayment payment) {
        return taking(id, ifMatch, payment, invoices::pay);
    }

    @POST
    @Path("/invoices/{id}/dispute")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "disputeInvoice",
            summary = "Disputes an invoice that is not approved",
            description = "Nobody goes on with it until the step RESOLVE leads it back to where it has to be matched.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "DISPUTE")
    @APIResponseSchema(InvoiceView.class)
    public Response dispute(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, InvoiceDispute dispute) {
        return taking(id, ifMatch, dispute, invoices::dispute);
    }

    @POST
    @Path("/invoices/{id}/steps")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "takeInvoiceStep",
            summary = "Takes a step of an invoice that has no address of its own",
            description =
                    "RESOLVE ends a dispute. WITHDRAW takes back what one has recorded oneself and nobody has matched.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RESOLVE WITHDRAW")
    @APIResponseSchema(InvoiceView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return taking(by -> {
            var step = Step.meant(InvoiceStep.values(), Checks.body(terms), by.today());
            return invoices.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
        });
    }

    /** A step of an invoice, by what is said in it. */
    private interface Taking<T> {
        Invoice take(UUID id, Integer readVersion, T said, Writer by);
    }

    private <T> Response taking(UUID id, String ifMatch, T said, Taking<T> step) {
        return taking(by -> step.take(id, IfMatch.optional(ifMatch), Checks.body(said), by));
    }

    private Response taking(Function<Writer, Invoice> step) {
        return once.answer(by -> {
            var invoice = step.apply(by);
            return Answer.ok(kind.view(invoice, by.caller()), invoice);
        });
    }
}
