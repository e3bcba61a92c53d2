package org.fundtrail.gateway.commitment;

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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Money;
import org.fundtrail.common.Xlsx;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.commitment.CommitmentFilter;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.gateway.allocation.AllocationClient;
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
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.Narrowed;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.Services;

/** A part of an allocation that is assigned to a project: recording reserves it, an approver decides. */
@Path("/commitments")
@Produces(MediaType.TEXT_HTML)
public class CommitmentPages {

    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance detail(CommitmentView commitment, History history, Form form, String done);
    }

    private static final Fields<CommitmentTerms> FIELDS = Fields.of(
            CommitmentTerms.class,
            "commitment",
            Field.record("project"),
            Field.money("amount"),
            Field.text("legalCommitment.reference"),
            Field.day("legalCommitment.date"));

    private final AllocationClient allocations;
    private final CommitmentClient commitments;
    private final ProjectClient projects;
    private final FundingRecords funding;
    private final FinancingPositions positions;
    private final FormFlow flow;
    private final History.Reader histories;
    private final View view;

    CommitmentPages(
            @RestClient AllocationClient allocations,
            @RestClient CommitmentClient commitments,
            @RestClient ProjectClient projects,
            @RestClient FundingRecords funding,
            FinancingPositions positions,
            FormFlow flow,
            History.Reader histories,
            View view) {
        this.positions = positions;
        this.allocations = allocations;
        this.commitments = commitments;
        this.projects = projects;
        this.funding = funding;
        this.flow = flow;
        this.histories = histories;
        this.view = view;
    }

    /** All of them, those of one record, or with a day what counted by then: what a figure of the position is made of. */
    @GET
    public Response list(@QueryParam("allocation") String allocation, @QueryParam("project") String project) {
        var of = of(allocation, project);
        return CommitmentList.LIST.asked(view).of(of).page(reading(of));
    }

    @GET
    @Path("/commitments.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    public Response file(
            @PathParam("type") String type,
            @QueryParam("allocation") String allocation,
            @QueryParam("project") String project) {
        return CommitmentList.LIST.asked(view).file(type, reading(of(allocation, project)));
    }

    private ListPage.Reading<CommitmentView, CommitmentFilter> reading(Narrowed of) {
        return (filter, after, limit) -> {
            if (of != null && of.by().equals("allocation")) {
                return Services.funding(() -> commitments.of(of.id(), filter, after, limit));
            }
            filter.project = of == null ? null : of.id();
            return Services.funding(() -> commitments.list(filter, after, limit));
        };
    }

    /** The record to which the list is narrowed, or null. */
    private Narrowed of(String allocation, String project) {
        if (allocation != null && !allocation.isBlank()) {
            var of = Services.funding(() -> allocations.read(allocation));
            return new Narrowed(
                    of.reference(),
                    "/allocations/" + of.id(),
                    "allocation",
                    of.id().toString());
        }
        if (project != null && !project.isBlank()) {
            var of = Services.infrastructure(() -> projects.read(project));
            return new Narrowed(
                    of.reference(), "/projects/" + of.id(), "project", of.id().toString());
        }
        return null;
    }

    @GET
    @Path("/new")
    public Response ask(@QueryParam("allocation") String allocation) {
        if (allocation == null || allocation.isBlank()) {
            return View.to("/allocations"); // of which one is chosen there
        }
        return flow.start(form ->
                ask(shortForm(form, allocation), allocation, new ProjectsNow(positions, projects, view.language())));
    }

    @POST
    @Path("/new/{allocation}/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(
            @PathParam("allocation") String allocation,
            @PathParam("to") String to,
            MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var s = shortForm(form, allocation);
        var now = new ProjectsNow(positions, projects, view.language());
        return flow.go(
                to,
                s,
                () -> read(form, Services.funding(() -> allocations.read(allocation)), now),
                () -> ask(s, allocation, now),
                validated(allocation),
                request -> answers(request, now),
                request -> "/commitments/"
                        + Services.send(Services.FUNDING, () -> commitments.record(allocation, form.key(), request))
                                .id()
                        + "?done=recorded");
    }

    private Consumer<CommitmentTerms> validated(String allocation) {
        return terms -> Services.validate(
                Services.FUNDING, () -> funding.validate("allocations", allocation, "commitments", terms));
    }

    @GET
    @Path("/new/{allocation}/{to}")
    public Response resume(@PathParam("allocation") String allocation, @PathParam("to") String to) {
        return flow.resume(
                "/commitments/new?allocation=" + Links.encoded(allocation), sent -> record(allocation, to, sent));
    }

    private CommitmentTerms read(Form form, AllocationView allocation, ProjectsNow now) {
        var request = FIELDS.read(form);
        if (!form.isRefused()) {
            noteBeyond(form, request.project(), request.amount(), now);
            var eligible = allocation.eligibility();
            var date = request.legalCommitment().date();
            if (date.isBefore(eligible.from()) || date.isAfter(eligible.to())) {
                form.note(Words.say(
                        view.language(),
                        "note.outside-eligibility",
                        Map.of(
                                "from", eligible.from().toString(),
                                "to", eligible.to().toString())));
            }
        }
        return request;
    }

    /** What would be committed beyond the baseline covers nothing: said before it happens, with all that waits; never refused. */
    private void noteBeyond(Form form, String project, Money more, ProjectsNow now) {
        var beyond =
                now.position().map(position -> position.beyond(project, more)).orElse(null);
        if (beyond != null) {
            form.note(Words.say(
                    view.language(),
                    beyond.baseline() == null ? "note.no-baseline" : "note.beyond-baseline",
                    Map.of(
                            "then", view.language().money(beyond.then()),
                            "over", view.language().money(beyond.over()),
                            "baseline",
                                    beyond.baseline() == null
                                            ? ""
                                            : view.language().money(beyond.baseline()))));
        }
    }

    private Response ask(ShortForm s, String id, ProjectsNow now) {
        var allocation = Services.funding(() -> allocations.read(id));
        var balances = allocation.balances();
        var language = view.language();
        var eligible = Words.say(
                language,
                "hint.eligible",
                Map.of(
                        "from", allocation.eligibility().from().toString(),
                        "to", allocation.eligibility().to().toString()));
        return flow.ask(
                s,
                FIELDS,
                Map.of("project", now.choices()),
                Map.of("legalCommitment.date", eligible),
                balances == null
                        ? null
                        : Words.say(language, "available-now", Map.of("amount", language.money(balances.available()))));
    }

    private ShortForm shortForm(Form form, String allocation) {
        var recorded = Services.funding(() -> allocations.read(allocation));
        return new ShortForm(
                form,
                "/commitments/new/" + recorded.id(),
                Words.of(view.language(), "title.record-commitment"),
                recorded.reference(),
                "/allocations/" + recorded.id(),
                Words.of(view.language(), "back.allocation"));
    }

    private List<Answer> answers(CommitmentTerms terms, ProjectsNow now) {
        return FIELDS.answers(view.language(), terms, Map.of("project", now.choices()));
    }

    // ── What was returned can be changed and sent again ──

    @GET
    @Path("/{id}/change")
    public Response change(@PathParam("id") String id) {
        var commitment = Services.funding(() -> commitments.read(id));
        return flow.start(form -> ask(
                changeForm(recorded(commitment).keyed(form.key()), commitment),
                commitment.allocation().id().toString(),
                new ProjectsNow(positions, projects, view.language())));
    }

    private Form recorded(CommitmentView commitment) {
        return FIELDS.fill(Form.empty(view.language()), commitment)
                .with("version", String.valueOf(commitment.version()));
    }

    @POST
    @Path("/{id}/change/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("id") String id, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var commitment = Services.funding(() -> commitments.read(id));
        var s = changeForm(form, commitment);
        var now = new ProjectsNow(positions, projects, view.language());
        return flow.go(
                to,
                s,
                () -> read(
                        form,
                        Services.funding(() ->
                                allocations.read(commitment.allocation().id().toString())),
                        now),
                () -> ask(s, commitment.allocation().id().toString(), now),
                validated(commitment.allocation().id().toString()),
                request -> answers(request, now),
                request -> {
                    Services.send(
                            Services.FUNDING,
                            () -> commitments.change(id, DecisionForm.version(form), form.key(), request));
                    return "/commitments/" + id + "?done=changed";
                },
                () -> recorded(Services.funding(() -> commitments.read(id))));
    }

    @GET
    @Path("/{id}/change/{to}")
    public Response rechange(@PathParam("id") String id, @PathParam("to") String to) {
        return flow.resume("/commitments/" + id + "/change", sent -> change(id, to, sent));
    }

    private ShortForm changeForm(Form form, CommitmentView commitment) {
        return new ShortForm(
                form,
                "/commitments/" + commitment.id() + "/change",
                Words.of(view.language(), "title.change-commitment"),
                commitment.allocation().reference(),
                "/commitments/" + commitment.id(),
                Words.of(view.language(), "back.commitment"));
    }

    // ── One commitment ──

    @GET
    @Path("/{id}")
    public Response detail(@PathParam("id") String id) {
        return detail(id, Form.empty(view.language()), view.done());
    }

    private Response detail(String id, Form form, String done) {
        var commitment = Services.funding(() -> commitments.read(id));
        var history = histories.funding(id);
        if (commitment.actions().contains("decide")) {
            noteBeyond(
                    form,
                    commitment.project().id().toString(),
                    Money.zero(),
                    new ProjectsNow(positions, projects, view.language())); // what waits counts this one
        }
        return view.show(
                form,
                Templates.detail(
                        commitment, history, form, Done.of(view.language(), "commitment", done, commitment.status())));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow.decide(
                sent,
                Services.FUNDING,
                "/commitments/" + id,
                (form, decision) -> commitments.decide(id, DecisionForm.version(form), form.key(), decision),
                form -> detail(id, form, null));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow.withdraw(sent, Services.FUNDING, funding, "commitments", id, form -> detail(id, form, null));
    }
}
