package org.fundtrail.gateway.contract;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Xlsx;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.Narrowed;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.project.WorksProgrammeClient;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.contract.ContractFilter;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** Contracts of projects: a project officer records one, an approver decides. */
@Path("/contracts")
@Produces(MediaType.TEXT_HTML)
public class ContractPages {
    private static final BigDecimal LITHUANIAN_VAT = new BigDecimal("0.21");

    @CheckedTemplate(basePath = "contract")
    static class Templates {
        static native TemplateInstance detail(
                ContractView contract, ProjectView project, History history, Form form, String done);
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
            Field.day("dueOn"));

    private final ProjectClient projects;
    private final WorksProgrammeClient worksProgrammes;
    private final ContractClient contracts;
    private final InfrastructureRecords infrastructure;
    private final FormFlow flow;
    private final History.Reader histories;
    private final View view;

    ContractPages(
            @RestClient ProjectClient projects,
            @RestClient WorksProgrammeClient worksProgrammes,
            @RestClient ContractClient contracts,
            @RestClient InfrastructureRecords infrastructure,
            FormFlow flow,
            History.Reader histories,
            View view) {
        this.projects = projects;
        this.worksProgrammes = worksProgrammes;
        this.contracts = contracts;
        this.infrastructure = infrastructure;
        this.flow = flow;
        this.histories = histories;
        this.view = view;
    }

    /** All of them, those of one record, or with a day what counted by then: what a figure of the position is made of. */
    @GET
    public Response list(@QueryParam("project") String project, @QueryParam("worksProgramme") String worksProgramme) {
        var of = of(project, worksProgramme);
        return LIST.asked(view).of(of).page(reading(of));
    }

    @GET
    @Path("/contracts.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    public Response file(
            @PathParam("type") String type,
            @QueryParam("project") String project,
            @QueryParam("worksProgramme") String worksProgramme) {
        return LIST.asked(view).file(type, reading(of(project, worksProgramme)));
    }

    private ListPage.Reading<ContractView, ContractFilter> reading(Narrowed of) {
        return (filter, after, limit) -> {
            if (of != null && of.by().equals("project")) {
                filter.project = of.id();
            } else if (of != null) {
                filter.worksProgramme = of.id();
            }
            return Services.infrastructure(() -> contracts.list(filter, after, limit));
        };
    }

    /** The record to which the list is narrowed, or null. */
    private Narrowed of(String project, String worksProgramme) {
        if (project != null && !project.isBlank()) {
            var of = Services.infrastructure(() -> projects.read(project));
            return new Narrowed(
                    of.reference(), "/projects/" + of.id(), "project", of.id().toString());
        }
        if (worksProgramme != null && !worksProgramme.isBlank()) {
            var of = Services.infrastructure(() -> worksProgrammes.read(worksProgramme));
            return new Narrowed(
                    of.reference(),
                    "/works-programmes/" + of.id(),
                    "worksProgramme",
                    of.id().toString());
        }
        return null;
    }

    @GET
    @Path("/new")
    public Response ask(@QueryParam("project") String project) {
        if (project == null || project.isBlank()) {
            return View.to("/projects"); // of which one is chosen there
        }
        return flow.start(form -> flow.ask(shortForm(form.withPercent("vatRate", LITHUANIAN_VAT), project), FIELDS));
    }

    @POST
    @Path("/new/{project}/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(
            @PathParam("project") String project, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var s = shortForm(form, project);
        return flow.go(
                to,
                s,
                () -> FIELDS.read(form),
                () -> flow.ask(s, FIELDS),
                validated(project),
                this::answers,
                request -> "/contracts/"
                        + Services.send(Services.INFRASTRUCTURE, () -> contracts.record(project, form.key(), request))
                                .id()
                        + "?done=recorded");
    }

    @GET
    @Path("/new/{project}/{to}")
    public Response resume(@PathParam("project") String project, @PathParam("to") String to) {
        return flow.resume("/contracts/new?project=" + Links.encoded(project), sent -> record(project, to, sent));
    }

    private ShortForm shortForm(Form form, String project) {
        var recorded = Services.infrastructure(() -> projects.read(project));
        return new ShortForm(
                form,
                "/contracts/new/" + recorded.id(),
                Words.of(view.language(), "title.record-contract"),
                recorded.reference(),
                "/projects/" + recorded.id(),
                Words.of(view.language(), "back.project"));
    }

    private Consumer<ContractTerms> validated(String project) {
        return terms -> Services.validate(
                Services.INFRASTRUCTURE, () -> infrastructure.validate("projects", project, "contracts", terms));
    }

    private List<Answer> answers(ContractTerms terms) {
        var language = view.language();
        var vat = terms.net().times(terms.vatRate());
        var answers = new ArrayList<>(FIELDS.answers(language, terms, Map.of()));
        answers.add(Answer.of(language, "vat", language.money(vat)));
        answers.add(Answer.of(language, "gross", language.money(terms.net().plus(vat))));
        return answers;
    }

    // ── What was returned can be changed and sent again ──

    @GET
    @Path("/{id}/change")
    public Response change(@PathParam("id") String id) {
        var contract = Services.infrastructure(() -> contracts.read(id));
        return flow.start(form -> flow.ask(changeForm(recorded(contract).keyed(form.key()), contract), FIELDS));
    }

    private Form recorded(ContractView contract) {
        return FIELDS.fill(Form.empty(view.language()), contract).with("version", String.valueOf(contract.version()));
    }

    @POST
    @Path("/{id}/change/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("id") String id, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var contract = Services.infrastructure(() -> contracts.read(id));
        var s = changeForm(form, contract);
        return flow.go(
                to,
                s,
                () -> FIELDS.read(form),
                () -> flow.ask(s, FIELDS),
                validated(contract.project().id().toString()),
                this::answers,
                request -> {
                    Services.send(
                            Services.INFRASTRUCTURE,
                            () -> contracts.change(id, DecisionForm.version(form), form.key(), request));
                    return "/contracts/" + id + "?done=changed";
                },
                () -> recorded(Services.infrastructure(() -> contracts.read(id))));
    }

    @GET
    @Path("/{id}/change/{to}")
    public Response rechange(@PathParam("id") String id, @PathParam("to") String to) {
        return flow.resume("/contracts/" + id + "/change", sent -> change(id, to, sent));
    }

    private ShortForm changeForm(Form form, ContractView contract) {
        return new ShortForm(
                form,
                "/contracts/" + contract.id() + "/change",
                Words.of(view.language(), "title.change-contract"),
                contract.reference(),
                "/contracts/" + contract.id(),
                Words.of(view.language(), "back.contract"));
    }

    // ── One contract ──

    @GET
    @Path("/{id}")
    public Response detail(@PathParam("id") String id) {
        return detail(id, Form.empty(view.language()), view.done());
    }

    private Response detail(String id, Form form, String done) {
        var contract = Services.infrastructure(() -> contracts.read(id));
        var project = Services.infrastructure(
                () -> projects.read(contract.project().id().toString()));
        var history = histories.infrastructure(id);
        return view.show(
                form,
                Templates.detail(
                        contract,
                        project,
                        history,
                        form,
                        Done.of(view.language(), "contract", done, contract.status())));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow.decide(
                sent,
                Services.INFRASTRUCTURE,
                "/contracts/" + id,
                (form, decision) -> contracts.decide(id, DecisionForm.version(form), form.key(), decision),
                form -> detail(id, form, null));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow.withdraw(
                sent, Services.INFRASTRUCTURE, infrastructure, "contracts", id, form -> detail(id, form, null));
    }
}
