package org.fundtrail.funding.claim;

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
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.claim.ClaimAuthorisation;
import org.fundtrail.funding.api.claim.ClaimClockChange;
import org.fundtrail.funding.api.claim.ClaimFilter;
import org.fundtrail.funding.api.claim.ClaimLineTerms;
import org.fundtrail.funding.api.claim.ClaimPayment;
import org.fundtrail.funding.api.claim.ClaimSubmission;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.ClaimWithdrawal;
import org.fundtrail.funding.expenditure.Costs;
import org.fundtrail.funding.register.ExpenditureRegister;
import org.fundtrail.funding.register.ProjectRegister;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;
import org.fundtrail.records.WholeList;

@Path("/v1/claims")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims", description = "What of the costs of projects is claimed from allocations, and paid by them")
public class ClaimApi {
    private static final String STEPS = "org.fundtrail.funding.claim.ClaimStep ";
    private static final String READ_AGAIN =
            "The items are read again in infrastructure-service: refused with expenditure-changed where one is not what the books know of it, and "
                    + "with credited-since where credit notes took back of what the claim holds. ";

    private final Claims claims;
    private final PaymentReversals reversals;
    private final ClaimKind kind;
    private final ProjectRegister projects;
    private final ExpenditureRegister expenditure;
    private final Once once;
    private final Validation validation;
    private final ClaimList lists;
    private final WholeList whole;
    private final SignedIn signedIn;

    ClaimApi(
            Claims claims,
            PaymentReversals reversals,
            ClaimKind kind,
            ProjectRegister projects,
            ExpenditureRegister expenditure,
            Once once,
            Validation validation,
            ClaimList lists,
            WholeList whole,
            SignedIn signedIn) {
        this.claims = claims;
        this.reversals = reversals;
        this.kind = kind;
        this.projects = projects;
        this.expenditure = expenditure;
        this.once = once;
        this.validation = validation;
        this.lists = lists;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @POST
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "recordClaim",
            summary = "Records a draft of a claim",
            description =
                    "It takes nothing until it is submitted. Its items are approved invoices and direct costs of infrastructure-service, whose amounts "
                            + "are taken over now. Of a fund of the Union it can claim what is eligible and was not declared yet, whichever fund or "
                            + "programme it was declared to (CPR 63(9)); of the state's own money or a gift the whole cost, as long as nobody funds it "
                            + "(FR 194). Refused with nothing-left-to-claim, exceeds-declarable or exceeds-fundable beyond that, and with no-eu-share "
                            + "where an item counts on cost lines of which the Union pays nothing.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(
            value = ClaimView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(ClaimTerms terms) {
        return once.answer(by -> read(terms, by), (read, by) -> {
            var claim = claims.record(terms, read, by);
            return Answer.created(kind.view(claim, by.caller()), "/api/funding/v1/claims/" + claim.id(), claim);
        });
    }

    /** What infrastructure-service says of what is named; what is wrong with the request is said first. */
    private Claims.Read read(ClaimTerms terms, Writer by) {
        Values.check(Checks.body(terms), by.today());
        var project = projects.named(terms.project(), by, signedIn.authorization());
        var items = terms.allLines().stream()
                .map(ClaimLineTerms::item)
                .filter(Objects::nonNull)
                .toList();
        return new Claims.Read(project, new Costs(expenditure.of(items, signedIn.authorization())));
    }

    @POST
    @Path("/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateClaim(Part<ClaimTerms> part) {
        validation.of(part);
    }

    @GET
    @Operation(operationId = "listClaims", summary = "Lists claims")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<ClaimView> list(
            @BeanParam ClaimFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return lists.page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam ClaimFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(
                asked, "claims", ClaimList.COLUMNS, (after, limit) -> lists.page(filter, reader, after, limit));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readClaim", summary = "Reads a claim")
    @APIResponseSchema(ClaimView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var claim = claims.find(id, reader);
        return Response.ok(kind.view(claim, reader))
                .tag(String.valueOf(claim.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "changeClaim",
            summary = "Changes a draft, or a claim that came back, and takes the amounts of its items over anew",
            description = "Needs If-Match; refused as a new one would be. It stays on its allocation.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(ClaimView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ClaimTerms terms) {
        return once.answer(by -> read(terms, by), (read, by) -> {
            var claim = claims.change(id, IfMatch.required(ifMatch), terms, read, by);
            return Answer.ok(kind.view(claim, by.caller()), claim);
        });
    }

    @POST
    @Path("/{id}/submission")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "submitClaim",
            summary = "Submits a claim: from now on it holds what it claims",
            description = READ_AGAIN
                    + "Refused with exceeds-declarable, exceeds-fundable or exceeds-committed where others took it meanwhile, and with "
                    + "submitted-before-issue on a day before one of its papers was issued. The 80 days begin "
                    + "within which the beneficiary is to be paid (CPR 74(1)(b)).")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "SUBMIT")
    @APIResponseSchema(ClaimView.class)
    public Response submit(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ClaimSubmission submission) {
        return reading(
                id,
                true,
                (costs, by) -> claims.submit(id, IfMatch.optional(ifMatch), Checks.body(submission), costs, by));
    }

    @POST
    @Path("/{id}/clock")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "turnClaimClock",
            summary = "Stops the 80 days, or lets them go on",
            description = "By who verifies it: not by who recorded, changed or submitted it.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "STOP_CLOCK START_CLOCK")
    @APIResponseSchema(ClaimView.class)
    public Response turnClock(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ClaimClockChange change) {
        return taking(by -> claims.turnClock(id, IfMatch.optional(ifMatch), Checks.body(change), by));
    }

    @POST
    @Path("/{id}/verification")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "verifyClaim",
            summary = "Verifies a submitted claim, sends it back or refuses it",
            description =
                    READ_AGAIN
                            + "Its invoices have to be paid: invoice-not-paid (CPR 63(2)). What is deducted as not eligible stays taken, so that nobody "
                            + "claims it again; what is deducted as not proven is free again. The checklist of its programme is answered with it, and which "
                            + "lines were looked at is said; neither has to be. Returned or rejected, it gives back all that it took, and nothing is read.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "VERIFY SEND_BACK REFUSE")
    @APIResponseSchema(ClaimView.class)
    public Response verify(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ClaimVerification verification) {
        return reading(
                id,
                Checks.body(verification).outcome() == Decision.Outcome.APPROVED,
                (costs, by) -> claims.verify(id, IfMatch.optional(ifMatch), verification, costs, by));
    }

    @POST
    @Path("/{id}/verification/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateVerification(@PathParam("id") UUID id, Part<ClaimVerification> part) {
        validation.of(part, reader -> claims.find(id, reader));
    }

    @POST
    @Path("/{id}/authorisation")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "authoriseClaim",
            summary = "Authorises a verified claim, returns or rejects it, or decides on the reversal of its payment",
            description =
                    READ_AGAIN
                            + "A reversal that is approved makes the claim AUTHORISED again from today on, refused with reversal-of-used-money "
                            + "where what was paid was taken back already; returned or rejected, the claim stays paid, and nothing is read. "
                            + "Returned or rejected, also after it was authorised, it gives back all that it took, and nothing is read.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "AUTHORISE RETURN REJECT APPROVE_REVERSAL REFUSE_REVERSAL")
    @APIResponseSchema(ClaimView.class)
    public Response authorise(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ClaimAuthorisation authorisation) {
        return once.answer(
                by -> claims.isBeingReversed(id, by.caller())
                        ? null
                        : read(id, Checks.body(authorisation).outcome(), by),
                (costs, by) -> {
                    var version = IfMatch.optional(ifMatch);
                    var claim = costs == null
                            ? reversals.decide(id, version, Checks.body(authorisation), by)
                            : claims.authorise(id, version, authorisation, costs, by);
                    return Answer.ok(kind.view(claim, by.caller()), claim);
                });
    }

    /** Only what goes on needs to know what its items come to. */
    private Costs read(UUID id, Decision.Outcome outcome, Writer by) {
        return outcome == Decision.Outcome.APPROVED
                ? new Costs(expenditure.of(claims.items(id, by.caller()), signedIn.authorization()))
                : Costs.NONE;
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeClaimStep",
            summary = "Takes a step of a claim that has no address of its own",
            description =
                    "REVERSE proposes, with a reason, that a payment which was recorded did not happen. The claim is paid until an "
                            + "approver has decided on that.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "REVERSE")
    @APIResponseSchema(ClaimView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return taking(by -> reversals.propose(id, IfMatch.optional(ifMatch), Checks.body(terms), by));
    }

    @POST
    @Path("/{id}/payment")
    @RolesAllowed(Role.ACCOUNTANT)
    @Operation(
            operationId = "payClaim",
            summary = "Says that the beneficiary was paid what the allocation pays",
            description = READ_AGAIN
                    + "What was claimed is reimbursed from paidOn, or from when it was claimed if that is later.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "PAY")
    @APIResponseSchema(ClaimView.class)
    public Response pay(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ClaimPayment payment) {
        return reading(
                id, true, (costs, by) -> claims.pay(id, IfMatch.optional(ifMatch), Checks.body(payment), costs, by));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "withdrawClaim",
            summary = "Takes back what one has recorded oneself and nobody has verified",
            description = "It gives back all that it took.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WITHDRAW")
    @APIResponseSchema(ClaimView.class)
    public Response withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ClaimWithdrawal withdrawal) {
        return taking(by -> claims.withdraw(id, IfMatch.optional(ifMatch), Checks.body(withdrawal), by));
    }

    private Response taking(Function<Writer, Claim> step) {
        return once.answer(by -> {
            var claim = step.apply(by);
            return Answer.ok(kind.view(claim, by.caller()), claim);
        });
    }

    /** Takes a step that first has to know what the items of the claim come to by now. */
    private Response reading(UUID id, boolean isRead, BiFunction<Costs, Writer, Claim> step) {
        return once.answer(
                by -> isRead
                        ? new Costs(expenditure.of(claims.items(id, by.caller()), signedIn.authorization()))
                        : Costs.NONE,
                (costs, by) -> {
                    var claim = step.apply(costs, by);
                    return Answer.ok(kind.view(claim, by.caller()), claim);
                });
    }
}
