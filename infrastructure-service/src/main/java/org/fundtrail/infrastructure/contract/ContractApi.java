package org.fundtrail.infrastructure.contract;

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
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Csv;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.infrastructure.estimate.Title;
import org.fundtrail.infrastructure.project.Costs;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Answer;
import org.fundtrail.journal.ApprovalStatus;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Counted;
import org.fundtrail.journal.Decision;
import org.fundtrail.journal.Identity;
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
import org.fundtrail.journal.WholeList;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts", description = "What contractors do for projects, at a price")
public class ContractApi {
    private static final String COUNTS_ON = "CONTRACTED";

    private final Contracts contracts;
    private final Projects projects;
    private final ContractKind kind;
    private final Counted counted;
    private final Once once;
    private final WholeList whole;
    private final SignedIn signedIn;

    ContractApi(
            Contracts contracts,
            Projects projects,
            ContractKind kind,
            Counted counted,
            Once once,
            WholeList whole,
            SignedIn signedIn) {
        this.whole = whole;
        this.counted = counted;
        this.contracts = contracts;
        this.projects = projects;
        this.kind = kind;
        this.once = once;
        this.signedIn = signedIn;
    }

    /** A contract as its readers see it. */
    @Schema(name = "Contract", description = "What a contractor does for a project, at a price")
    record View(
            UUID id,

            @Schema(examples = "LT-BARRIER-2021-TETAS-1") String reference,

            ProjectRef project,
            ContractorView contractor,

            @Schema(description = "Without VAT") Money net,

            @Schema(implementation = String.class, examples = "0.21")
            String vatRate,

            @Schema(description = "VAT on the net amount, rounded half up to the cent")
            Money vat,

            @Schema(description = "Net and VAT: what is contracted once it is approved")
            Money gross,

            @Schema(examples = "2021-09-13") LocalDate signedOn,

            @Schema(examples = "2022-04-30") LocalDate dueOn,

            @Schema(
                    description =
                            "What the project's approved contracts and this one come to above its baseline with VAT; null "
                                    + "within it, without a baseline, and for what was returned or rejected. Stated, never refused",
                    nullable = true)
            Money overrun,

            ApprovalStatus status,
            String institution,
            PersonRef recordedBy,
            Instant recordedAt,

            @Schema(description = "Who approved, returned or rejected it, or null", nullable = true)
            PersonRef decidedBy,

            @Schema(nullable = true) Instant decidedAt,

            @Schema(description = "Why it was decided so, or null", nullable = true)
            String reason,

            int version,

            @Schema(description = "The reader recorded or changed it, so somebody else has to decide")
            boolean ownRecord,

            @Schema(description = "What the reader may do with it now", examples = "[\"decide\"]")
            List<String> actions,

            @Schema(description = "What was done with it so far, round after round")
            List<Life.Taken> steps,

            @Schema(
                    description =
                            "With how much it counted by the day of asOf; null but in lists that were asked for one",
                    nullable = true)
            Money counted) {

        static View from(Contract c, Costs.Cost cost, Life life, Persons persons, Caller reader, Money counted) {
            var project = c.project();
            return new View(
                    c.id(),
                    c.reference(),
                    new ProjectRef(project.id(), project.reference(), project.title()),
                    ContractorView.from(c.contractor()),
                    c.net(),
                    c.vatRate().toPlainString(),
                    c.vat(),
                    c.gross(),
                    c.signedOn(),
                    c.dueOn(),
                    overrun(c, cost),
                    c.status(),
                    c.institution(),
                    persons.ref(c.recordedBy()),
                    c.recordedAt(),
                    life.decidedBy(),
                    life.decidedAt(),
                    life.reason(),
                    c.version(),
                    life.isBy(reader),
                    life.actions(c, ContractStep.values(), reader),
                    life.steps(),
                    counted);
        }

        private static Money overrun(Contract c, Costs.Cost cost) {
            return switch (c.status()) {
                case APPROVED -> cost.overrun(Money.zero());
                case PROPOSED -> cost.overrun(c.gross());
                case RETURNED, REJECTED, WITHDRAWN -> null;
            };
        }
    }

    /** Who carries it out; what is said of a person can be erased. */
    @Schema(name = "ContractContractor")
    record ContractorView(
            @Schema(description = "By which its data can be erased (POST /v1/persons/{id}/erasure)")
            UUID id,

            @Schema(nullable = true, examples = "UAB Tetas") String name,

            @Schema(nullable = true, examples = "300513148") String identifier) {
        static ContractorView from(Identity contractor) {
            return new ContractorView(contractor.id(), contractor.name(), contractor.identifier());
        }
    }

    /** The project a contract is for. */
    @Schema(name = "ContractProject")
    record ProjectRef(
            UUID id, @Schema(examples = "LT-BARRIER-2021") String reference, Title title) {}

    /** Which contracts, as asked for in the query. */
    public static class Filter {
        @QueryParam("project")
        @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021")
        String project;

        @QueryParam("worksProgramme")
        @Parameter(
                description = "Id or reference of a works programme: the contracts of its projects",
                example = "LT-BORDER-2021")
        String worksProgramme;

        @QueryParam("status")
        @Parameter(schema = @Schema(implementation = ApprovalStatus.class))
        String status;

        @QueryParam("reference")
        @Parameter(description = "Exactly this reference", example = "LT-BARRIER-2021-TETAS-1")
        String reference;

        @QueryParam("q")
        @Parameter(description = "Text in the reference, or in the contractor's name or identifier")
        String q;

        @QueryParam("sort")
        @Parameter(
                description =
                        "recordedAt, reference, signedOn or gross; a minus in front turns it round (-recordedAt unless given)")
        String sort;

        @QueryParam("asOf")
        @Parameter(
                description =
                        "Only what counted by this day, with the amount that counted (counted) and, unless filtered by more than a project or works programme, their total",
                example = "2021-12-31")
        String asOf;

        Listing<Contract> listing(Caller reader, Counted.Day asOf, Projects projects) {
            return Listing.of(Contract.class, reader)
                    .within(project, "r.project.id", "r.project.reference")
                    .within(worksProgramme, "r.project.worksProgramme.id", "r.project.worksProgramme.reference")
                    .counted(COUNTS_ON, asOf, () -> projects.contractedFor(project, worksProgramme, reader))
                    .where("r.status = :status", "status", Listing.oneOf(ApprovalStatus.class, status, "status"))
                    .named("r.reference", reference)
                    .containing(q, "r.reference", "r.contractor.name", "r.contractor.identifier")
                    .sorted(Contracts.SORTS, sort, "-recordedAt");
        }
    }

    @POST
    @Path("/projects/{id}/contracts")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordContract",
            summary = "Proposes a contract of a project",
            description =
                    "It is PROPOSED and counts for nothing until an approver who is somebody else approves it. More than the "
                            + "baseline is not refused: overrun states it. Refused with contract-reference-taken for a second one of that "
                            + "reference.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.infrastructure.contract.ContractStep RECORD")
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, NewContract said) {
        return once.answer(by -> {
            var contract = contracts.record(id, Checks.body(said), by);
            return Answer.created(
                    kind.view(contract, by.caller()), "/api/infrastructure/v1/contracts/" + contract.id(), contract);
        });
    }

    @GET
    @Path("/projects/{id}/contracts")
    @Operation(operationId = "listContractsOfProject", summary = "Lists the contracts of a project, oldest first")
    public Page<View> ofProject(
            @PathParam("id") UUID id,
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "Only what counted by this day, with the amount that counted (counted) and their total",
                            example = "2021-12-31")
                    String asOf,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var project = projects.find(id, reader).id();
        return page(
                asOf,
                day -> Listing.of(Contract.class, reader)
                        .where("r.project.id = :project", "project", project)
                        .counted(COUNTS_ON, day, () -> at -> project.equals(at.party()))
                        .sorted(Contracts.SORTS, null, "recordedAt"),
                reader,
                after,
                Page.limit(limit));
    }

    @GET
    @Path("/contracts")
    @Operation(operationId = "listContracts", summary = "Lists contracts")
    @Extension(name = ApiDocument.CSV, value = "true")
    public Page<View> list(
            @BeanParam Filter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/contracts")
    @Produces("text/csv")
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response csv(@BeanParam Filter filter) {
        var reader = signedIn.caller();
        return whole.csv(
                "contracts",
                List.of(
                        "reference",
                        "project",
                        "contractor",
                        "contractorIdentifier",
                        "net",
                        "vatRate",
                        "vat",
                        "gross",
                        "currency",
                        "signedOn",
                        "dueOn",
                        "status",
                        "recordedBy",
                        "recordedAt",
                        "decidedBy",
                        "id"),
                (after, limit) -> page(filter, reader, after, limit),
                c -> Csv.row(
                        c.reference,
                        c.project.reference,
                        c.contractor.name(),
                        c.contractor.identifier(),
                        c.net,
                        c.vatRate,
                        c.vat,
                        c.gross,
                        c.gross.currency(),
                        c.signedOn,
                        c.dueOn,
                        c.status,
                        c.recordedBy.name(),
                        c.recordedAt,
                        c.decidedBy == null ? null : c.decidedBy.name(),
                        c.id));
    }

    private Page<View> page(Filter filter, Caller reader, String after, int limit) {
        return page(filter.asOf, day -> filter.listing(reader, day, projects), reader, after, limit);
    }

    private Page<View> page(
            String asOf, Function<Counted.Day, Listing<Contract>> wanted, Caller reader, String after, int limit) {
        return counted.read(asOf, COUNTS_ON, reader, day -> {
            var listing = wanted.apply(day);
            var rows = contracts.list(listing, after, limit);
            var views = kind.views(rows, reader, counted.of(rows, COUNTS_ON, day));
            return listing.page(rows, limit, c -> views.get(c.id()));
        });
    }

    @GET
    @Path("/contracts/{id}")
    @Operation(operationId = "readContract", summary = "Reads a contract")
    @APIResponseSchema(View.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var contract = contracts.find(id, reader);
        return Response.ok(kind.view(contract, reader))
                .tag(String.valueOf(contract.version()))
                .build();
    }

    @PUT
    @Path("/contracts/{id}")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "changeContract",
            summary = "Changes a returned contract and proposes it again",
            description = "Needs If-Match. Its project stays.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.infrastructure.contract.ContractStep CHANGE")
    @APIResponseSchema(View.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, NewContract said) {
        return once.answer(by -> {
            var contract = contracts.change(id, IfMatch.required(ifMatch), Checks.body(said), by);
            return Answer.ok(kind.view(contract, by.caller()), contract);
        });
    }

    @POST
    @Path("/contracts/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideContract",
            summary = "Approves, returns or rejects a contract",
            description = "Approved, its gross worth is contracted from the day it was signed.")
    @Extension(
            name = StepsInDocument.STEPS,
            value = "org.fundtrail.infrastructure.contract.ContractStep APPROVE RETURN REJECT")
    @APIResponseSchema(View.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> {
            var contract = contracts.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by);
            return Answer.ok(kind.view(contract, by.caller()), contract);
        });
    }

    @POST
    @Path("/contracts/{id}/steps")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "takeContractStep",
            summary = "Takes a step of a contract that has no address of its own",
            description = "WITHDRAW takes back what one has recorded oneself and nobody has approved.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.infrastructure.contract.ContractStep WITHDRAW")
    @APIResponseSchema(View.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = (ContractStep) Checks.body(terms).of(ContractStep.values(), by.today());
            var contract = contracts.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(contract, by.caller()), contract);
        });
    }
}
