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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.Time;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.contract.ContractCorrection;
import org.fundtrail.infrastructure.api.contract.ContractFigure;
import org.fundtrail.infrastructure.api.contract.ContractFilter;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Moments;
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

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts", description = "What contractors do for projects, at a price")
public class ContractApi {
    private static final Columns<ContractView> COLUMNS = Columns.of(ContractView.class)
            .with("reference", ContractView::reference, Sort.text("r.terms.reference"))
            .with("project", c -> c.project().reference())
            .with("contractor", c -> c.contractor().name())
            .with("contractorIdentifier", c -> c.contractor().identifier())
            .sum("net", ContractView::net, "r.terms.net.amount")
            .with("vatRate", ContractView::vatRate)
            .sum("vat", ContractView::vat, "r.gross - r.terms.net.amount")
            .sortedSum("gross", ContractView::gross, "r.gross")
            .with("currency", c -> c.gross().currency())
            .with("signedOn", ContractView::signedOn, Sort.day("r.terms.signedOn"))
            .with("dueOn", ContractView::dueOn)
            .with("status", ContractView::status)
            .with("recordedBy", c -> c.recordedBy().name())
            .with("recordedAt", ContractView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", c -> c.decidedBy() == null ? null : c.decidedBy().name())
            .with("id", ContractView::id)
            .with("costLine", c -> c.costLine() == null ? null : c.costLine().name())
            .with("stage", ContractView::stage);

    private static final List<String[]> SAYS =
            List.of(new String[] {"r.terms.reference"}, new String[] {"r.contractor.name", "r.contractor.identifier"});

    /** Net and VAT come from there; approved variations move it too. */
    private static final Counted.On COUNTS_ON = Counted.On.accountsOfTheirs(CostAccount.SIGNED.name());

    /** What of their worth is certified, invoiced, paid. */
    private static final Map<ContractFigure, Counted.On> FIGURES = Map.of(
            ContractFigure.CERTIFIED, standing(CostAccount.CERTIFIED, CostAccount.CERTIFIED_VAT),
            ContractFigure.INVOICED,
                    standing(CostAccount.INVOICED, CostAccount.INVOICED_VAT, CostAccount.PAID, CostAccount.PAID_VAT),
            ContractFigure.PAID, standing(CostAccount.PAID, CostAccount.PAID_VAT));

    private static Counted.On standing(CostAccount... accounts) {
        return Counted.On.whatStandsOnTheirs(
                Stream.of(accounts).map(CostAccount::name).toArray(String[]::new));
    }

    private final Contracts contracts;
    private final Projects projects;
    private final ContractKind kind;
    private final Counted counted;
    private final Once once;
    private final Validation validation;
    private final WholeList whole;
    private final SignedIn signedIn;
    private final Time time;

    ContractApi(
            Contracts contracts,
            Projects projects,
            ContractKind kind,
            Counted counted,
            Once once,
            Validation validation,
            WholeList whole,
            SignedIn signedIn,
            Time time) {
        this.whole = whole;
        this.counted = counted;
        this.contracts = contracts;
        this.projects = projects;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
        this.time = time;
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
    @APIResponseSchema(
            value = ContractView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, ContractTerms terms) {
        return once.answer(by -> {
            var contract = contracts.record(id, Checks.body(terms), by);
            return Answer.created(
                    kind.view(contract, by.caller()), "/api/infrastructure/v1/contracts/" + contract.id(), contract);
        });
    }

    @POST
    @Path("/projects/{id}/contracts/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateContract(@PathParam("id") UUID id, Part<ContractTerms> part) {
        validation.of(part, reader -> projects.find(id, reader));
    }

    @GET
    @Path("/projects/{id}/contracts")
    @Operation(operationId = "listContractsOfProject", summary = "Lists the contracts of a project, oldest first")
    public Page<ContractView> ofProject(
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
                COUNTS_ON,
                day -> Listing.of(Contract.class, reader)
                        .where("r.project.id = :project", "project", project)
                        .counted(COUNTS_ON, day, () -> at -> project.equals(at.party()))
                        .in(COLUMNS, null, "recordedAt"),
                reader,
                after,
                Page.limit(limit));
    }

    @GET
    @Path("/contracts")
    @Operation(operationId = "listContracts", summary = "Lists contracts")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<ContractView> list(
            @BeanParam ContractFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Path("/contracts")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam ContractFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "contracts", COLUMNS, (after, limit) -> page(filter, reader, after, limit));
    }

    private Listing<Contract> listing(ContractFilter filter, Caller reader, Counted.Day day) {
        var of = Listing.of(Contract.class, reader).within(filter.project, "r.project.id", "r.project.terms.reference");
        return in(filter, reader, day, of)
                .where("r.status = :status", "status", Listing.oneOf(ApprovalStatus.class, filter.status, "status"))
                .named("r.terms.reference", filter.reference)
                .containingIn(filter.q, SAYS)
                .in(COLUMNS, filter.sort, "-recordedAt");
    }

    /** Of a works programme: of the projects in it, on the day where one is asked for. */
    private Listing<Contract> in(ContractFilter filter, Caller reader, Counted.Day day, Listing<Contract> of) {
        if (day.day() == null) {
            return of.within(
                    filter.worksProgramme, "r.project.worksProgramme.id", "r.project.worksProgramme.terms.reference");
        }
        var members = projects.in(
                filter.worksProgramme, day.day(), new Moments.Moment(day.recorded(), reader.scope()), reader);
        var figure = figure(filter);
        return of.where("r.project.id IN :members", "members", members)
                .counted(
                        countedOn(figure),
                        day,
                        () -> figure == null
                                ? projects.contractedFor(filter.project, members, reader)
                                : contracts.ownersOf(filter.project, members, reader));
    }

    private static ContractFigure figure(ContractFilter filter) {
        return Listing.oneOf(ContractFigure.class, filter.counting, "counting");
    }

    private static Counted.On countedOn(ContractFigure figure) {
        return figure == null ? COUNTS_ON : FIGURES.get(figure);
    }

    private Page<ContractView> page(ContractFilter filter, Caller reader, String after, int limit) {
        var figure = figure(filter);
        var isOfNoDay = filter.asOf == null || filter.asOf.isBlank();
        var asOf = isOfNoDay && figure != null ? time.today().toString() : filter.asOf;
        return page(asOf, countedOn(figure), day -> listing(filter, reader, day), reader, after, limit);
    }

    private Page<ContractView> page(
            String asOf,
            Counted.On on,
            Function<Counted.Day, Listing<Contract>> wanted,
            Caller reader,
            String after,
            int limit) {
        return counted.read(asOf, on, reader, day -> {
            var listing = wanted.apply(day);
            var rows = contracts.list(listing, after, limit);
            var views = kind.views(rows, reader, counted.of(rows, on, day));
            return listing.page(rows, limit, c -> views.get(c.id()));
        });
    }

    @GET
    @Path("/contracts/{id}")
    @Operation(operationId = "readContract", summary = "Reads a contract")
    @APIResponseSchema(ContractView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var contract = contracts.find(id, reader);
        return Answer.read(kind.view(contract, reader), contract);
    }

    @PUT
    @Path("/contracts/{id}")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "changeContract",
            summary = "Changes a returned contract and proposes it again",
            description = "Needs If-Match. Its project stays.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.infrastructure.contract.ContractStep CHANGE")
    @APIResponseSchema(ContractView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ContractTerms terms) {
        return once.answer(by -> {
            var contract = contracts.change(id, IfMatch.required(ifMatch), Checks.body(terms), by);
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
    @APIResponseSchema(ContractView.class)
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
            description =
                    "WITHDRAW takes back what one has recorded oneself and nobody has approved. PERFORMING, DEFECTS_PERIOD and "
                            + "FINAL_ACCEPTANCE say how far a contract in force has come, on a day (today unless given) that is not before it came as far "
                            + "as it has; so does TAKEN_OVER where the contract has no terms of certification, and a certificate elsewhere.")
    @Extension(name = StepsInDocument.STEPS, value = "org.fundtrail.infrastructure.contract.ContractStep WITHDRAW")
    @APIResponseSchema(ContractView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var stage = StageStep.named(Checks.body(terms).step());
            if (stage.isPresent()) {
                Step.mustBeSaid(terms, by.today());
                var reached =
                        contracts.reach(id, IfMatch.optional(ifMatch), stage.get(), terms.reason(), terms.on(), by);
                return Answer.ok(kind.view(reached, by.caller()), reached);
            }
            var step = Step.meant(ContractStep.values(), terms, by.today());
            var contract = contracts.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(contract, by.caller()), contract);
        });
    }

    @POST
    @Path("/contracts/{id}/corrections")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "correctContract",
            summary = "Corrects what was recorded wrongly of a contract, with a reason",
            description =
                    "How the contractor's name is written, of a contract in force; who that is, the worth and the days stay as they were "
                            + "approved. One that waits is returned or withdrawn instead: refused with wrong-state. Refused with "
                            + "nothing-corrected where nothing differs.")
    @APIResponseSchema(ContractView.class)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Parameter(required = true) String ifMatch,
            ContractCorrection correction) {
        return once.answer(by -> {
            var contract = contracts.correct(id, IfMatch.required(ifMatch), Checks.body(correction), by);
            return Answer.ok(kind.view(contract, by.caller()), contract);
        });
    }

    @POST
    @Path("/contracts/{id}/corrections/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateContractCorrection(@PathParam("id") UUID id, Part<ContractCorrection> part) {
        validation.of(part, reader -> contracts.find(id, reader));
    }
}
