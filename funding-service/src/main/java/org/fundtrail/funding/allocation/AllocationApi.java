package org.fundtrail.funding.allocation;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.funding.api.allocation.AllocationBalances;
import org.fundtrail.funding.api.allocation.AllocationFilter;
import org.fundtrail.funding.api.allocation.AllocationTerms;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
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

@Path("/v1") // as ReceiptApi and CommitmentApi have it: a class is chosen by its path before its methods are looked at
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allocations", description = "Money that a donor reserves for a recipient under a programme")
public class AllocationApi {
    private static final Columns<Line> COLUMNS = Columns.of(Line.class)
            .with("reference", line -> line.allocation().reference(), Sort.text("r.terms.reference"))
            .with("programme", line -> line.allocation().programme().code())
            .with("fund", line -> line.allocation().programme().fund())
            .with("donor", line -> line.allocation().terms().donor())
            .with("recipient", line -> line.allocation().terms().recipient())
            .with("actionType", line -> line.allocation().terms().actionType())
            .with("purpose", line -> line.allocation().terms().purpose())
            .sortedSum("amount", line -> line.allocation().amount(), "r.terms.amount.amount")
            .with("currency", line -> line.allocation().amount().currency())
            .sortedSum("allocated", line -> line.allocation().allocated(), "r.allocated")
            .with("coFinancingRate", line -> line.allocation().coFinancingRate().toPlainString())
            .with(
                    "decisionReference",
                    line -> line.allocation().terms().decision().reference())
            .with(
                    "decisionDate",
                    line -> line.allocation().terms().decision().date(),
                    Sort.day("r.terms.decision.date"))
            .with(
                    "eligibilityFrom",
                    line -> line.allocation().terms().eligibility().from())
            .with(
                    "eligibilityTo",
                    line -> line.allocation().terms().eligibility().to())
            .with("status", line -> line.allocation().status())
            .with(
                    "available",
                    line -> line.balances() == null ? null : line.balances().available())
            .with(
                    "reserved",
                    line -> line.balances() == null ? null : line.balances().reserved())
            .with(
                    "committed",
                    line -> line.balances() == null ? null : line.balances().committed())
            .with(
                    "claimed",
                    line -> line.balances() == null ? null : line.balances().claimed())
            .with(
                    "reimbursed",
                    line -> line.balances() == null ? null : line.balances().reimbursed())
            .with(
                    "received",
                    line -> line.balances() == null ? null : line.balances().received())
            .with("closedOn", line -> line.allocation().closedOn())
            .with("recordedBy", line -> line.recordedBy().name())
            .with("recordedAt", line -> line.allocation().recordedAt(), Sort.moment("r.recordedAt"))
            .with(
                    "decidedBy",
                    line -> line.decidedBy() == null ? null : line.decidedBy().name())
            .with("id", line -> line.allocation().id());

    private static final String PATH = "/api/funding/v1/allocations/";

    private static final Counted.On COUNTS_ON = Counted.On.entriesOfTheirs("GRANTED");

    private final Allocations allocations;
    private final AllocationKind kind;
    private final BalanceAsOf balances;
    private final Counted counted;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    AllocationApi(
            Allocations allocations,
            AllocationKind kind,
            BalanceAsOf balances,
            Counted counted,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.whole = whole;
        this.balances = balances;
        this.counted = counted;
        this.allocations = allocations;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/allocations")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "recordAllocation",
            summary = "Proposes an allocation",
            description =
                    "It is PROPOSED and counts for nothing until an approver who is somebody else approves it. Refused with "
                            + "rate-above-cap above the legal cap of the action type, allocation-reference-taken for a second one of that "
                            + "reference.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.allocation.AllocationStep RECORD")
    @APIResponseSchema(
            value = AllocationView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(AllocationTerms terms) {
        return once.answer(by -> {
            var allocation = allocations.record(Checks.body(terms), by);
            return Answer.created(kind.view(allocation, by.caller()), PATH + allocation.id(), allocation);
        });
    }

    @POST
    @Path("/allocations/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateAllocation(Part<AllocationTerms> part) {
        validation.of(part);
    }

    @GET
    @Path("/allocations")
    @Operation(operationId = "listAllocations", summary = "Lists allocations")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<AllocationView> list(
            @BeanParam AllocationFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/allocations")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam AllocationFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "allocations", COLUMNS, (after, limit) -> lines(filter, reader, after, limit));
    }

    /** What a file says of an allocation: it leaves out what only its page shows, so that it is not read. */
    record Line(Allocation allocation, AllocationBalances balances, PersonRef recordedBy, PersonRef decidedBy) {}

    private Listing<Allocation> listing(AllocationFilter filter, Caller reader, Counted.Day day) {
        return Listing.of(Allocation.class, reader)
                .within(filter.programme, "r.programme.id", "r.programme.terms.code")
                .counted(COUNTS_ON, day, () -> allocations.countedUnder(filter.programme, reader))
                .where("r.status = :status", "status", Listing.oneOf(ApprovalStatus.class, filter.status, "status"))
                .where("r.programme.terms.fund = :fund", "fund", Listing.oneOf(Fund.class, filter.fund, "fund"))
                .named("r.terms.reference", filter.reference)
                .where("r.terms.decision.date >= :from", "from", Checks.day(filter.from, "from"))
                .where("r.terms.decision.date <= :to", "to", Checks.day(filter.to, "to"))
                .containing(filter.q, "r.terms.reference", "r.terms.donor", "r.terms.recipient", "r.terms.purpose")
                .in(COLUMNS, filter.sort, "-recordedAt");
    }

    private Page<Line> lines(AllocationFilter filter, Caller reader, String after, int limit) {
        return counted.read(filter.asOf, COUNTS_ON, reader, asOf -> {
            var listing = listing(filter, reader, asOf);
            var rows = allocations.list(listing, after, limit);
            var lines = kind.lines(rows);
            return listing.page(rows, limit, a -> lines.get(a.id()));
        });
    }

    private Page<AllocationView> page(AllocationFilter filter, Caller reader, String after, int limit) {
        return counted.read(filter.asOf, COUNTS_ON, reader, asOf -> {
            var listing = listing(filter, reader, asOf).measured(Allocation::length);
            var rows = allocations.list(listing, after, limit);
            var views = kind.views(rows, reader, counted.of(rows, COUNTS_ON, asOf));
            return listing.page(rows, limit, a -> views.get(a.id()));
        });
    }

    @GET
    @Path("/allocations/{id}")
    @Operation(operationId = "readAllocation", summary = "Reads an allocation")
    @APIResponseSchema(AllocationView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var allocation = allocations.find(id, reader);
        return Answer.read(kind.view(allocation, reader), allocation);
    }

    @GET
    @Path("/allocations/{id}/balance")
    @Operation(
            operationId = "readAllocationBalance",
            summary = "Where the money of an allocation stood on a day",
            description =
                    "By effective date, with all that was known when so many entries were recorded; all zero before the allocation counts.")
    public AllocationBalances balance(
            @PathParam("id") UUID id,
            @QueryParam("asOf")
                    @Parameter(description = "The day, today unless given; not in the future", example = "2021-12-31")
                    String asOf,
            @QueryParam("recorded")
                    @Parameter(description = "How many recorded entries to read from; all unless given", example = "42")
                    String recorded) {
        return balances.asOf(id, asOf, recorded, signedIn.caller());
    }

    @PUT
    @Path("/allocations/{id}")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "changeAllocation",
            summary = "Changes a returned allocation and proposes it again",
            description = "Needs If-Match.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.allocation.AllocationStep CHANGE")
    @APIResponseSchema(AllocationView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, AllocationTerms terms) {
        return once.answer(by -> {
            var allocation = allocations.change(id, IfMatch.required(ifMatch), Checks.body(terms), by);
            return Answer.ok(kind.view(allocation, by.caller()), allocation);
        });
    }

    @POST
    @Path("/allocations/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideAllocation",
            summary = "Approves, returns or rejects an allocation",
            description = "Approved, it is in force and opens what may be committed and received.")
    @Extension(
            name = StepsInDocument.STEPS,
            value = "org.fundtrail.funding.allocation.AllocationStep APPROVE RETURN REJECT")
    @APIResponseSchema(AllocationView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> {
            var allocation = allocations.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by);
            return Answer.ok(kind.view(allocation, by.caller()), allocation);
        });
    }

    @POST
    @Path("/allocations/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeAllocationStep",
            summary = "Takes a step of an allocation that has no address of its own",
            description = "WITHDRAW takes back what one has recorded oneself and nobody has approved.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.funding.allocation.AllocationStep WITHDRAW")
    @APIResponseSchema(AllocationView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = Step.meant(AllocationStep.values(), Checks.body(terms), by.today());
            var allocation = allocations.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(allocation, by.caller()), allocation);
        });
    }
}
