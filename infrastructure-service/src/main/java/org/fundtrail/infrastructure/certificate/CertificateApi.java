package org.fundtrail.infrastructure.certificate;

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
import org.fundtrail.common.Time;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.certificate.CertificateComputation;
import org.fundtrail.infrastructure.api.certificate.CertificateFilter;
import org.fundtrail.infrastructure.api.certificate.CertificateTerms;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
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

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates", description = "What of a contract is done by a day, and what is therefore payable")
public class CertificateApi {
    private static final Columns<CertificateView> COLUMNS = Columns.of(CertificateView.class)
            .with("reference", CertificateView::reference, Sort.text("r.reference"))
            .with("project", c -> c.contract().project().reference())
            .with("contract", c -> c.contract().reference())
            .with("number", CertificateView::number)
            .with("advance", CertificateView::advance)
            .with("periodTo", CertificateView::periodTo, Sort.day("r.periodTo"))
            .with("takingOver", CertificateView::takingOver)
            .with("works", CertificateView::works)
            .with("variations", CertificateView::variations)
            .with("priceAdjustment", CertificateView::priceAdjustment)
            .with("plantAndMaterials", CertificateView::plantAndMaterials)
            .with("gross", CertificateView::gross)
            .with("retention", CertificateView::retention)
            .with("released", CertificateView::released)
            .with("advanceRecovered", CertificateView::advanceRecovered)
            .with("cumulative", CertificateView::cumulative)
            .with("previous", CertificateView::previous)
            .sum("net", CertificateView::net, "r.computed.net")
            .sum("vat", CertificateView::vat, "r.computed.vat")
            .sortedSum("payable", CertificateView::payable, "r.computed.payable")
            .with("currency", c -> c.payable().currency())
            .with("status", CertificateView::status)
            .with("recordedBy", c -> c.recordedBy().name())
            .with("recordedAt", CertificateView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", c -> c.decidedBy() == null ? null : c.decidedBy().name())
            .with("id", CertificateView::id);

    private final Certificates certificates;
    private final CertificateKind kind;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;
    private final Time time;

    CertificateApi(
            Certificates certificates,
            CertificateKind kind,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn,
            Time time) {
        this.certificates = certificates;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.whole = whole;
        this.signedIn = signedIn;
        this.time = time;
    }

    @POST
    @Path("/contracts/{id}/certificates")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordCertificate",
            summary = "Computes a payment certificate of a contract and proposes it",
            description =
                    "It is PROPOSED and counts for nothing until an approver who is somebody else approves it. One of a contract waits at a "
                            + "time: certificate-already-proposed. Refused without the securities that the contract lists "
                            + "(security-missing), for a line above its value (line-above-value), for more variations or price adjustment than "
                            + "are approved (variations-above-approved), and for a number that is taken (certificate-number-taken).")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.infrastructure.certificate.CertificateStep RECORD")
    @APIResponseSchema(
            value = CertificateView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, CertificateTerms terms) {
        return once.answer(by -> {
            var certificate = certificates.record(id, Checks.body(terms), by);
            return Answer.created(
                    kind.view(certificate, by.caller()),
                    "/api/infrastructure/v1/certificates/" + certificate.id(),
                    certificate);
        });
    }

    @POST
    @Path("/contracts/{id}/certificates/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Extension(name = ApiDocument.CONFLICTS, value = "true")
    public void validateCertificate(@PathParam("id") UUID id, Part<CertificateTerms> part) {
        var terms = Checks.body(part).terms();
        validation.of(part, reader -> certificates.contract(id, reader), reader -> {
            if (terms.saysAdvance() || terms.periodTo() != null) {
                certificates.preview(id, terms, reader);
            }
        });
    }

    @POST
    @Path("/contracts/{id}/certificates/preview")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "previewCertificate",
            summary = "Computes what a certificate of a contract would come to",
            description =
                    "By what its contract and the books say now: gross, what is held back, what is recovered of the advance, what is payable. It is "
                            + "refused as it would be when it is recorded. Nothing is written, so it needs no Idempotency-Key.")
    @Extension(name = ApiDocument.CONFLICTS, value = "true")
    public CertificateComputation previewCertificate(@PathParam("id") UUID id, CertificateTerms terms) {
        Values.check(Checks.body(terms), time.today());
        return certificates.preview(id, terms, signedIn.reader());
    }

    @GET
    @Path("/contracts/{id}/certificates")
    @Operation(
            operationId = "listCertificatesOfContract",
            summary = "Lists the certificates of a contract, oldest first")
    public Page<CertificateView> ofContract(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var contract = certificates.contract(id, reader).id();
        return page(
                Listing.of(Certificate.class, reader)
                        .where("r.contract.id = :contract", "contract", contract)
                        .in(COLUMNS, null, "recordedAt"),
                reader,
                after,
                Page.limit(limit));
    }

    @GET
    @Path("/certificates")
    @Operation(operationId = "listCertificates", summary = "Lists payment certificates")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<CertificateView> list(
            @BeanParam CertificateFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        return page(listing(filter, reader), reader, after, Page.limit(limit));
    }

    @GET
    @Path("/certificates")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam CertificateFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(
                asked, "certificates", COLUMNS, (after, limit) -> page(listing(filter, reader), reader, after, limit));
    }

    private static Listing<Certificate> listing(CertificateFilter filter, Caller reader) {
        return Listing.of(Certificate.class, reader)
                .within(filter.contract, "r.contract.id", "r.contract.terms.reference")
                .within(filter.project, "r.contract.project.id", "r.contract.project.terms.reference")
                .where("r.status = :status", "status", Listing.oneOf(ApprovalStatus.class, filter.status, "status"))
                .named("r.reference", filter.reference)
                .containing(filter.q, "r.reference")
                .in(COLUMNS, filter.sort, "-recordedAt");
    }

    private Page<CertificateView> page(Listing<Certificate> listing, Caller reader, String after, int limit) {
        var rows = certificates.list(listing.measured(Certificate::length), after, limit);
        var views = kind.views(rows, reader);
        return listing.page(rows, limit, c -> views.get(c.id()));
    }

    @GET
    @Path("/certificates/{id}")
    @Operation(
            operationId = "readCertificate",
            summary = "Reads a payment certificate with its computation and its parameters")
    @APIResponseSchema(CertificateView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var certificate = certificates.find(id, reader);
        return Answer.read(kind.view(certificate, reader), certificate);
    }

    @PUT
    @Path("/certificates/{id}")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "changeCertificate",
            summary = "Changes a returned certificate, computes it anew and proposes it again",
            description = "Needs If-Match. Its contract stays; what is left out is as in the last approved one.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.infrastructure.certificate.CertificateStep CHANGE")
    @APIResponseSchema(CertificateView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, CertificateTerms terms) {
        return once.answer(by -> {
            var certificate = certificates.change(id, IfMatch.required(ifMatch), Checks.body(terms), by);
            return Answer.ok(kind.view(certificate, by.caller()), certificate);
        });
    }

    @POST
    @Path("/certificates/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideCertificate",
            summary = "Approves, returns or rejects a certificate, or decides on its reversal",
            description =
                    "Approved, its works are certified and its payable amount may be invoiced; one with takingOver takes the works of the "
                            + "contract over. Computed once more then: refused with certificate-outdated where it would come to something else.")
    @Extension(
            name = StepsInDocument.STEPS,
            value =
                    "org.fundtrail.infrastructure.certificate.CertificateStep APPROVE RETURN REJECT APPROVE_REVERSAL REFUSE_REVERSAL")
    @APIResponseSchema(CertificateView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> {
            var certificate = certificates.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by);
            return Answer.ok(kind.view(certificate, by.caller()), certificate);
        });
    }

    @POST
    @Path("/certificates/{id}/steps")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "takeCertificateStep",
            summary = "Takes a step of a certificate that has no address of its own",
            description =
                    "WITHDRAW takes back what one has recorded oneself and nobody has approved. REVERSE proposes to undo the last approved one of "
                            + "a contract; it counts until somebody else has decided on that. Refused with reversal-built-on while a later one or an "
                            + "invoice is built on it.")
    @Extension(
            name = StepsInDocument.STEPS,
            value = "org.fundtrail.infrastructure.certificate.CertificateStep WITHDRAW REVERSE")
    @APIResponseSchema(CertificateView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = Step.meant(CertificateStep.values(), Checks.body(terms), by.today());
            var certificate = certificates.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(certificate, by.caller()), certificate);
        });
    }
}
