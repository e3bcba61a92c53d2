package org.fundtrail.gateway.allocation;

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
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Page;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.allocation.ActionType;
import org.fundtrail.funding.api.allocation.AllocationTerms;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.funding.api.programme.ProgrammeFilter;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.PageCsv;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.programme.ProgrammeClient;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.Services;

/** Allocations: what there is, one of them with everything on it, recording in steps, changing what was returned, deciding. */
@Path("/allocations")
@Produces(MediaType.TEXT_HTML)
public class AllocationPages {

    @CheckedTemplate(basePath = "allocation")
    static class Templates {
        static native TemplateInstance list(
                Page<AllocationView> page,
                AllocationListFilter filter,
                Form form,
                List<Option> statuses,
                List<Option> funds,
                List<Option> sorts,
                List<Option> programmes);

        static native TemplateInstance detail(
                AllocationView allocation,
                Page<ReceiptView> receipts,
                Page<CommitmentView> commitments,
                History history,
                Form form,
                String done);

        static native TemplateInstance source(AllocationForm form, List<Option> programmes, List<Option> actionTypes);

        static native TemplateInstance amount(AllocationForm form);

        static native TemplateInstance sources(AllocationForm form);

        static native TemplateInstance check(AllocationForm form, ProgrammeView programme, AllocationTerms answers);
    }

    private final AllocationClient allocations;
    private final ProgrammeClient programmes;
    private final FundingRecords funding;
    private final FormFlow flow;
    private final History.Reader histories;
    private final View view;

    AllocationPages(
            @RestClient AllocationClient allocations,
            @RestClient ProgrammeClient programmes,
            @RestClient FundingRecords funding,
            FormFlow flow,
            History.Reader histories,
            View view) {
        this.allocations = allocations;
        this.programmes = programmes;
        this.funding = funding;
        this.flow = flow;
        this.histories = histories;
        this.view = view;
    }

    @GET
    public Response list(
            @QueryParam("status") String status,
            @QueryParam("programme") String programme,
            @QueryParam("fund") String fund,
            @QueryParam("q") String q,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("asOf") String asOf,
            @QueryParam("sort") String sort,
            @QueryParam("after") String after) {
        var filter = new AllocationListFilter(status, programme, fund, q, from, to, asOf, sort, after);
        var form = Form.empty(view.language());
        try {
            filter.days().checked();
        } catch (Refusal refused) {
            return list(new Page<>(List.of(), null), filter, form.refuse(Problem.from(refused)));
        }
        try {
            var page = read(filter, 50);
            view.readFrom(page.recorded(), null);
            return list(page, filter, form);
        } catch (Refused refused) {
            return list(new Page<>(List.of(), null), filter, form.refuse(refused.problem()));
        }
    }

    private Page<AllocationView> read(AllocationListFilter filter, int limit) {
        return Services.funding(() -> allocations.list(filter.asked(), filter.after(), limit));
    }

    private Response list(Page<AllocationView> page, AllocationListFilter filter, Form form) {
        return view.show(
                form,
                Templates.list(
                        page,
                        filter,
                        form,
                        Option.of(view.language(), "allocation.status", ApprovalStatus.values()),
                        Option.of(view.language(), "fund", Fund.values()),
                        Option.of(
                                view.language(),
                                "sort",
                                "-recordedAt",
                                "reference",
                                "-amount",
                                "amount",
                                "-decisionDate",
                                "decisionDate"),
                        programmes()));
    }

    /** Exactly the filtered list, as the service writes it. */
    @GET
    @Path("/allocations.csv")
    @Produces("text/csv")
    public Response csv(
            @QueryParam("status") String status,
            @QueryParam("programme") String programme,
            @QueryParam("fund") String fund,
            @QueryParam("q") String q,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("asOf") String asOf,
            @QueryParam("sort") String sort) {
        var filter = new AllocationListFilter(status, programme, fund, q, from, to, asOf, sort, null);
        filter.days().checked();
        var language = view.language();
        var columns = AllocationColumns.in(language);
        var first = read(filter, Page.LARGEST); // what is refused is refused before anything was sent
        StreamingOutput lines = out -> {
            try (var csv = new PageCsv(out, language, columns)) {
                for (var page = first;
                        page != null;
                        page = page.next() == null ? null : read(filter.from(page), Page.LARGEST)) {
                    csv.rows(columns.cells(page));
                }
            }
        };
        return Response.ok(lines, "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"allocations.csv\"")
                .build();
    }

    @GET
    @Path("/{id}")
    public Response detail(@PathParam("id") String id) {
        return detail(id, DecisionForm.empty(view.language()), view.done());
    }

    private Response detail(String id, Form form, String done) {
        var allocation = Services.funding(() -> allocations.read(id));
        var receipts = Services.funding(() -> allocations.receipts(id, 50));
        var commitments = Services.funding(() -> allocations.commitments(id, 50));
        var history = histories.funding(id);
        return view.show(
                form,
                Templates.detail(
                        allocation,
                        receipts,
                        commitments,
                        history,
                        form,
                        Done.of(view.language(), "allocation", done, allocation.status())));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow.decide(
                sent,
                Services.FUNDING,
                "/allocations/" + id,
                (form, decision) -> allocations.decide(id, DecisionForm.version(form), form.key(), decision),
                form -> detail(id, form, null));
    }

    // ── Recording in steps: the answers travel in the form, each step has its own address ──

    @GET
    @Path("/new")
    public Response start() {
        return step("source", new AllocationForm(Form.empty(view.language()), "/allocations/new"));
    }

    /** Somebody came back to a step by its address: its answers are not there, so it starts again. */
    @GET
    @Path("/new/{to}")
    public Response restart() {
        return View.to("/allocations/new");
    }

    @POST
    @Path("/new/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response next(@PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return go(to, new AllocationForm(view.form(sent), "/allocations/new"), sent);
    }

    @GET
    @Path("/{id}/change")
    public Response change(@PathParam("id") String id) {
        var allocation = Services.funding(() -> allocations.read(id));
        return step("source", AllocationForm.of(allocation, view.language()));
    }

    @GET
    @Path("/{id}/change/{to}")
    public Response rechange(@PathParam("id") String id) {
        return View.to("/allocations/" + id + "/change");
    }

    @POST
    @Path("/{id}/change/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("id") String id, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return go(to, new AllocationForm(view.form(sent), "/allocations/" + id + "/change"), sent);
    }

    /** Forward only with what the step asks for; back, or to the other language, with whatever is there. */
    private Response go(String to, AllocationForm form, MultivaluedMap<String, String> sent) {
        if (sent.containsKey("stay")) {
            return step(to, form);
        }
        var unfinished = form.firstUnfinishedBefore(to);
        if (unfinished != null) {
            return step(unfinished, form);
        }
        return to.equals("record") ? record(form) : forward(to, form);
    }

    /** With what was said before, unless the service would not record that. */
    private Response forward(String to, AllocationForm form) {
        var said = form.saidBefore(to);
        try {
            if (said != null) {
                Services.validate(Services.FUNDING, () -> funding.validate("allocations", said));
            }
        } catch (Refused refused) {
            form.refuse(refused.problem());
            return step(form.stepOfFirstError(AllocationForm.before(to)), form);
        }
        return step(to, form);
    }

    private Response record(AllocationForm form) {
        try {
            var recorded = Services.send(
                    Services.FUNDING,
                    () -> form.isChange()
                            ? allocations.change(form.id(), form.version(), form.key(), form.request())
                            : allocations.record(form.key(), form.request()));
            return View.to("/allocations/" + recorded.id() + "?done=" + (form.isChange() ? "changed" : "recorded"));
        } catch (Refused refused) {
            form.refuse(refused.problem());
            if (refused.isStale()) {
                form.compareWith(Services.funding(() -> allocations.read(form.id())), programmes());
            }
            return step(form.stepOfFirstError("check"), form);
        }
    }

    private Response step(String step, AllocationForm form) {
        form.at(step);
        return view.show(
                form.form(),
                switch (step) {
                    case "amount" -> Templates.amount(form);
                    case "sources" -> Templates.sources(form);
                    case "check" -> Templates.check(form, programme(form.value("programme")), form.request());
                    default ->
                        Templates.source(
                                form, programmes(), Option.of(view.language(), "actionType", ActionType.values()));
                });
    }

    private ProgrammeView programme(String id) {
        if (id == null || id.isBlank()) {
            return null; // nothing was chosen
        }
        try {
            return Services.funding(() -> programmes.read(id));
        } catch (Refused absent) {
            return null; // said when it is recorded
        }
    }

    private List<Option> programmes() {
        return Services.funding(() -> Whole.list(after -> programmes.list(new ProgrammeFilter(), after, 200))).stream()
                .map(p -> new Option(p.id().toString(), p.code() + " " + p.name()))
                .toList();
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow.withdraw(sent, Services.FUNDING, funding, "allocations", id, form -> detail(id, form, null));
    }
}
