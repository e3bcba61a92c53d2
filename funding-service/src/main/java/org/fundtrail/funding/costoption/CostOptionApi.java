package org.fundtrail.funding.costoption;

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
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.costoption.CostOptionFilter;
import org.fundtrail.funding.api.costoption.CostOptionTerms;
import org.fundtrail.funding.api.costoption.CostOptionType;
import org.fundtrail.funding.api.costoption.CostOptionView;
import org.fundtrail.funding.register.ProjectRegister;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Caller;
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
import org.fundtrail.records.WholeList;

@Path("/v1/cost-options")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Cost options",
        description = "What of the costs of projects is claimed without invoices, by decisions (CPR 53-56)")
public class CostOptionApi {
    private static final String STEPS = "org.fundtrail.funding.costoption.CostOptionStep ";

    private static final Columns<CostOptionView> COLUMNS = Columns.of(CostOptionView.class)
            .with("reference", CostOptionView::reference, Sort.text("r.reference"))
            .with("allocation", o -> o.allocation().reference())
            .with("project", o -> o.project().reference())
            .with("kind", CostOptionView::kind)
            .with("title", CostOptionView::title)
            .with("decisionReference", o -> o.decision().reference())
            .with("decisionDate", o -> o.decision().date())
            .with("unit", CostOptionView::unit)
            .with("rate", CostOptionView::rate)
            .with("quantity", CostOptionView::quantity)
            .with("basis", CostOptionView::basis)
            .with("percent", CostOptionView::percent)
            .sortedSum("amount", CostOptionView::amount, "r.terms.amount.amount")
            .with("left", CostOptionView::left)
            .with("drawn", CostOptionView::drawn)
            .with("notEligible", CostOptionView::notEligible)
            .with("currency", o -> o.amount().currency())
            .with("status", CostOptionView::status)
            .with("recordedBy", o -> o.recordedBy().name())
            .with("recordedAt", CostOptionView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", o -> o.decidedBy() == null ? null : o.decidedBy().name())
            .with("decidedAt", CostOptionView::decidedAt)
            .with("decisionReason", CostOptionView::decisionReason)
            .with("id", CostOptionView::id);

    private final CostOptions options;
    private final CostOptionKind kind;
    private final ProjectRegister projects;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;

    CostOptionApi(
            CostOptions options,
            CostOptionKind kind,
            ProjectRegister projects,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn) {
        this.options = options;
        this.kind = kind;
        this.projects = projects;
        this.once = once;
        this.validation = validation;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @POST
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "recordCostOption",
            summary = "Proposes a simplified cost option",
            description =
                    "A unit cost, a lump sum, a flat rate or operating support for a project, by a decision on an allocation in force (CPR 53-56). "
                            + "Once it is approved claims of that allocation for that project draw on it, all together no more than it comes to. "
                            + "Refused with not-of-this-kind where something is said that another kind says, and with percent-above-basis beyond "
                            + "what the basis of a flat rate allows (CPR 54).")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD")
    @APIResponseSchema(
            value = CostOptionView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(CostOptionTerms terms) {
        return once.answer(by -> project(terms, by), (project, by) -> {
            var option = options.record(terms, project, by);
            return Answer.created(
                    kind.view(option, by.caller()), "/api/funding/v1/cost-options/" + option.id(), option);
        });
    }

    /** The project that is named; what is wrong with the request is said first. */
    private ProjectView project(CostOptionTerms terms, Writer by) {
        Values.check(Checks.body(terms), by.today());
        return projects.named(terms.project(), by, signedIn.authorization());
    }

    @POST
    @Path("/validation")
    @RolesAllowed(Role.FUNDING_OFFICER)
    public void validateCostOption(Part<CostOptionTerms> part) {
        validation.of(part);
    }

    @GET
    @Operation(operationId = "listCostOptions", summary = "Lists cost options, with what is left of each")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<CostOptionView> list(
            @BeanParam CostOptionFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam CostOptionFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "cost-options", COLUMNS, (after, limit) -> page(filter, reader, after, limit));
    }

    private Page<CostOptionView> page(CostOptionFilter filter, Caller reader, String after, int limit) {
        var listing = Listing.of(CostOption.class, reader)
                .within(filter.allocation, "r.allocation.id", "r.allocation.terms.reference")
                .within(filter.project, "r.projectId", "r.terms.project")
                .where("r.terms.kind = :kind", "kind", Listing.oneOf(CostOptionType.class, filter.kind, "kind"))
                .where("r.status = :status", "status", Listing.oneOf(ApprovalStatus.class, filter.status, "status"))
                .named("r.reference", filter.reference)
                .containing(
                        filter.q,
                        "r.reference",
                        "r.terms.title",
                        "r.terms.project",
                        "r.projectTitleEn",
                        "r.projectTitleLt")
                .in(COLUMNS, filter.sort, "-recordedAt");
        var rows = options.list(listing, after, limit);
        var views = kind.views(rows, reader);
        return listing.page(rows, limit, option -> views.get(option.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readCostOption", summary = "Reads a cost option")
    @APIResponseSchema(CostOptionView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var option = options.find(id, reader);
        return Answer.read(kind.view(option, reader), option);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "changeCostOption",
            summary = "Changes a returned cost option and proposes it again",
            description = "Needs If-Match; refused as a new one would be. It stays on its allocation.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(CostOptionView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, CostOptionTerms terms) {
        return once.answer(by -> project(terms, by), (project, by) -> {
            var option = options.change(id, IfMatch.required(ifMatch), terms, project, by);
            return Answer.ok(kind.view(option, by.caller()), option);
        });
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideCostOption",
            summary = "Approves, returns or rejects a cost option",
            description = "Approved, it can be claimed by, from the date of its decision on.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "APPROVE RETURN REJECT")
    @APIResponseSchema(CostOptionView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> {
            var option = options.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by);
            return Answer.ok(kind.view(option, by.caller()), option);
        });
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed(Role.FUNDING_OFFICER)
    @Operation(
            operationId = "takeCostOptionStep",
            summary = "Takes a step of a cost option that has no address of its own",
            description = "WITHDRAW takes back what one has recorded oneself and nobody has approved.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "WITHDRAW")
    @APIResponseSchema(CostOptionView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = Step.meant(CostOptionStep.values(), Checks.body(terms), by.today());
            var option = options.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(option, by.caller()), option);
        });
    }
}
