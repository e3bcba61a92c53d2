package org.fundtrail.gateway.contract;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.costline.LinesOfProject;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.CorrectionPage;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.project.ProjectPages;
import org.fundtrail.gateway.project.WorksProgrammeClient;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.contract.ContractCorrection;
import org.fundtrail.infrastructure.api.contract.ContractFigure;
import org.fundtrail.infrastructure.api.contract.ContractFilter;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.contract.ContractorView;
import org.fundtrail.infrastructure.api.contract.VatRegime;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.infrastructure.api.security.SecurityKind;

/** Contracts of projects: a project officer records one, an approver decides. */
@Path("/contracts")
@Produces(MediaType.TEXT_HTML)
public class ContractPages
        implements ListedPage<ContractView, ContractFilter>,
                NewOnPage,
                ChangePage,
                CorrectionPage,
                DecisionPage,
                WithdrawalPage {
    private static final BigDecimal LITHUANIAN_VAT = new BigDecimal("0.21");

    /**
     * What the page of one shows besides.
     *
     * @param next what a reader may say of how far it has come
     */
    public record Beside(ProjectView project, List<Option> next, ContractRecords records, boolean withAdvance) {}

    @CheckedTemplate(basePath = "contract")
    static class Templates {
        static native TemplateInstance detail(
                ContractView contract, Beside beside, List<Check> checks, History history, Form form, String done);
    }

    private static final ListPage<ContractView, ContractFilter> LIST = ListPage.<ContractView, ContractFilter>of(
                    InfrastructureKind.CONTRACT,
                    "type.contract",
                    ContractFilter::new,
                    "-recordedAt",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.contracts", (f, text) -> f.q = text),
                    Filter.one("status", "contract.status", ApprovalStatus.values(), (f, one) -> f.status = one),
                    Filter.one("counting", "counting", ContractFigure.values(), (f, one) -> f.counting = one),
                    Filter.asOf((f, day) -> f.asOf = day))
            .with(
                    Column.<ContractView>record("reference", "contracts", ContractView::id, ContractView::reference)
                            .sorted("reference"),
                    Column.record(
                            "project",
                            "projects",
                            c -> c.project().id(),
                            c -> c.project().reference()),
                    Column.text("contractor", c -> c.contractor().name()),
                    Column.<ContractView>text(
                                    "contractor.identifier", c -> c.contractor().identifier())
                            .inFiles(),
                    Column.money("net", ContractView::net).inFiles(),
                    Column.share("vatRate", ContractView::vatRate).inFiles(),
                    Column.money("vat", ContractView::vat).inFiles(),
                    Column.day("signedOn", ContractView::signedOn).sorted("signedOn"),
                    Column.day("dueOn", ContractView::dueOn).inFiles(),
                    Column.money("gross", ContractView::counted, ContractView::gross)
                            .sorted("gross"),
                    Column.money("counted", ContractView::counted).inFiles(),
                    Column.<ContractView>text("currency", c -> c.gross().currency())
                            .inFiles(),
                    Column.status("contract", ContractView::status),
                    Column.<ContractView>text("recordedBy", c -> c.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", ContractView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<ContractView>text(
                                    "decidedBy",
                                    c -> c.decidedBy() == null
                                            ? null
                                            : c.decidedBy().name())
                            .inFiles(),
                    Column.<ContractView>text("id", c -> c.id().toString()).inFiles());

    private static final Fields<ContractTerms> FIELDS = Fields.of(
            ContractTerms.class,
            "contract",
            Field.text("reference"),
            Field.text("contractor.name").wide(),
            Field.text("contractor.identifier"),
            Field.money("net"),
            Field.share("vatRate"),
            Field.day("signedOn"),
            Field.day("dueOn"),
            Field.record("costLine").optional(),
            Field.rows(
                    "schedule",
                    Field.text("schedule.line"),
                    Field.text("schedule.description"),
                    Field.text("schedule.unit"),
                    Field.quantity("schedule.quantity"),
                    Field.money("schedule.price"),
                    Field.text("schedule.costLine").optional()),
            Field.share("terms.retention.rate").optional(),
            Field.money("terms.retention.limit").optional(),
            Field.money("terms.advance").optional(),
            Field.share("terms.recovery.start").optional(),
            Field.share("terms.recovery.rate").optional(),
            Field.one("terms.vat", "vatRegime", VatRegime.values()).optional(),
            Field.several("terms.securities", "securityKind", SecurityKind.values())
                    .optional());

    private static final Fields<ContractCorrection> CORRECTED = Fields.of(
            ContractCorrection.class,
            "contract",
            Field.text("contractor.name").wide(),
            Field.text("reason").wide());

    private final ProjectClient projects;
    private final WorksProgrammeClient worksProgrammes;
    private final ContractClient contracts;
    private final ContractRecordsClient records;
    private final LinesOfProject lines;
    private final FormFlow flow;
    private final History.Reader histories;

    ContractPages(
            @RestClient ProjectClient projects,
            @RestClient WorksProgrammeClient worksProgrammes,
            @RestClient ContractClient contracts,
            @RestClient ContractRecordsClient records,
            LinesOfProject lines,
            FormFlow flow,
            History.Reader histories) {
        this.projects = projects;
        this.worksProgrammes = worksProgrammes;
        this.contracts = contracts;
        this.records = records;
        this.lines = lines;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.CONTRACT;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public ListPage<ContractView, ContractFilter> list() {
        return LIST;
    }

    @Override
    public Page<ContractView> read(Owner of, ContractFilter filter, String after, int limit) {
        if (of != null && of.kind() == InfrastructureKind.PROJECT) {
            filter.project = of.id();
        } else if (of != null) {
            filter.worksProgramme = of.id();
        }
        return Services.infrastructure(() -> contracts.list(filter, after, limit));
    }

    @Override
    public Owner of() {
        var view = flow.view();
        var project = Owner.asked(view, ownerKind(), id -> ProjectPages.owner(project(id)));
        return project != null ? project : Owner.asked(view, InfrastructureKind.WORKS_PROGRAMME, this::works);
    }

    private Owner works(String id) {
        var works = Services.infrastructure(() -> worksProgrammes.read(id));
        return Owner.of(InfrastructureKind.WORKS_PROGRAMME, works.id(), works.reference());
    }

    /** A contract as that to which something belongs. */
    public static Owner owner(ContractView contract) {
        return Owner.of(InfrastructureKind.CONTRACT, contract.id(), contract.reference());
    }

    /** Whether a reader may certify the advance of the contract: nothing was certified yet and nothing waits. */
    public static boolean canBeginWithAdvance(ContractView contract, List<CertificateView> certificates) {
        return contract.actions().contains("record-certificate")
                && contract.terms() != null
                && contract.terms().advance() != null
                && certificates.stream()
                        .noneMatch(one ->
                                one.status() == ApprovalStatus.APPROVED || one.status() == ApprovalStatus.PROPOSED);
    }

    private ProjectView project(String id) {
        return Services.infrastructure(() -> projects.read(id));
    }

    // ── Recording; and what was returned can be changed and sent again ──

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.PROJECT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var project = Lazy.of(() -> project(id));
        return form(() -> id)
                .on(ownerKind(), id, () -> ProjectPages.owner(project.get()))
                .open(() -> project.get().actions().contains("record-contract"))
                .beginningWith(form -> form.withPercent("vatRate", LITHUANIAN_VAT))
                .like(one -> Services.infrastructure(() -> contracts.read(one)), "reference")
                .sending((key, terms) -> contracts.record(id, key, terms).id());
    }

    @Override
    public Recording<?> changing(String id) {
        var contract = Lazy.of(() -> contract(id));
        return form(() -> contract.get().project().id().toString())
                .of(() -> Owner.of(
                        ownerKind(),
                        contract.get().project().id(),
                        contract.get().project().reference()))
                .changing(
                        id,
                        () -> contract.get().reference(),
                        () -> contract(id),
                        (form, terms) -> contracts.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> contract.get().actions().contains("change"));
    }

    @Override
    public Recording<?> correcting(String id) {
        var contract = Lazy.of(() -> contract(id));
        return flow.of(kind(), CORRECTED)
                .by("project-officer")
                .correcting(id, () -> contract.get().reference(), () -> contract(id))
                .open(() -> contract.get().actions().contains("correct"));
    }

    private ContractView contract(String id) {
        return Services.infrastructure(() -> contracts.read(id));
    }

    private Recording<ContractTerms> form(Supplier<String> project) {
        return flow.of(kind(), FIELDS)
                .by("project-officer")
                .offering(() -> Map.of("costLine", lines.options(project.get())))
                .suggesting(this::contractors)
                .showing(this::withVat);
    }

    /** Who carried out something before, the latest first; without an answer nobody. */
    private Map<String, List<Option>> contractors() {
        try {
            var latest = Services.infrastructure(() -> contracts.list(new ContractFilter(), null, 100)).items().stream()
                    .map(ContractView::contractor)
                    .toList();
            return Map.of(
                    "contractor.name",
                    Option.said(latest, ContractorView::name, ContractorView::identifier),
                    "contractor.identifier",
                    Option.said(latest, ContractorView::identifier, ContractorView::name));
        } catch (Refusal unavailable) {
            return Map.of();
        }
    }

    private List<Answer> withVat(ContractTerms terms) {
        var language = flow.view().language();
        var vat = terms.net().times(terms.vatRate());
        return List.of(
                Answer.of(language, "vat", language.money(vat)),
                Answer.of(language, "gross", language.money(terms.net().plus(vat))));
    }

    // ── One contract ──

    @Override
    public Response detail(String id, Form form, String done) {
        var contract = contract(id);
        var project = project(contract.project().id().toString());
        var language = flow.view().language();
        var belonging = ContractRecords.of(records, id);
        var beside = new Beside(
                project,
                StagePages.next(contract, language),
                belonging,
                canBeginWithAdvance(contract, belonging.certificates().items()));
        var checks = contract.actions().contains("decide") ? checks(contract, project) : List.<Check>of();
        var history = histories.of(kind(), contract.id());
        var said = Done.of(language, kind().type(), done, contract.status());
        return flow.view().show(form, Templates.detail(contract, beside, checks, history, form, said));
    }

    private List<Check> checks(ContractView contract, ProjectView project) {
        var alike = new ContractFilter();
        alike.project = project.id().toString();
        alike.q = contract.contractor().identifier();
        return new ContractChecks(contract, flow.view().language())
                .of(project, Services.infrastructure(() -> contracts.list(alike, null, 200)));
    }

    @Override
    public List<Check> checks(String id) {
        var contract = contract(id);
        return checks(contract, project(contract.project().id().toString()));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        contracts.decide(id, version, key, decision);
    }
}
