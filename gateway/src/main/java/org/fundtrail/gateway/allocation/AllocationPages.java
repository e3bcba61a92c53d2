package org.fundtrail.gateway.allocation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.allocation.ActionType;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.funding.api.allocation.AllocationFilter;
import org.fundtrail.funding.api.allocation.AllocationTerms;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.programme.ProgrammeFilter;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.Another;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormDrafts;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.list.Asked;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.programme.ProgrammeClient;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.ServiceDown;
import org.fundtrail.gateway.services.Services;

/** Allocations: what there is, one of them with everything on it, recording in steps, changing what was returned, deciding. */
@Path("/allocations")
@Produces(MediaType.TEXT_HTML)
public class AllocationPages implements ListedPage<AllocationView, AllocationFilter>, DecisionPage, WithdrawalPage {

    @CheckedTemplate(basePath = "allocation")
    static class Templates {
        static native TemplateInstance detail(
                AllocationView allocation,
                List<AllocationLife.Length> life,
                Page<ReceiptView> receipts,
                Page<CommitmentView> commitments,
                Page<AllocationAmendmentView> amendments,
                List<Check> checks,
                History history,
                Form form,
                String done);

        static native TemplateInstance source(
                AllocationForm form,
                List<Option> programmes,
                List<Option> actionTypes,
                List<Option> donors,
                List<Option> recipients);

        static native TemplateInstance amount(AllocationForm form);

        static native TemplateInstance sources(AllocationForm form);

        static native TemplateInstance check(AllocationForm form, ProgrammeView programme, AllocationTerms answers);
    }

    private static final ListPage.Action RECORD = new ListPage.Action("/allocations/new", "title.record-allocation");

    private final AllocationClient allocations;
    private final ProgrammeClient programmes;
    private final FormFlow flow;
    private final FundingRecords funding;
    private final FormDrafts drafts;
    private final History.Reader histories;

    AllocationPages(
            @RestClient AllocationClient allocations,
            @RestClient ProgrammeClient programmes,
            FormFlow flow,
            @RestClient FundingRecords funding,
            FormDrafts drafts,
            History.Reader histories) {
        this.allocations = allocations;
        this.programmes = programmes;
        this.flow = flow;
        this.funding = funding;
        this.drafts = drafts;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.ALLOCATION;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    /** Whether the reader may record something on it now; of one that is closed it is refused, so that its page says since when. */
    public static boolean takes(AllocationView allocation, String action) {
        if (allocation.closedOn() != null) {
            throw Refusal.of(
                    FundingRule.ALLOCATION_CLOSED,
                    "reference",
                    allocation.reference(),
                    "day",
                    allocation.closedOn().toString());
        }
        return allocation.actions().contains(action);
    }

    /** An allocation as that to which something belongs. */
    public static Owner owner(AllocationView allocation) {
        return Owner.of(FundingKind.ALLOCATION, allocation.id(), allocation.reference());
    }

    @Override
    public ListPage<AllocationView, AllocationFilter> list() {
        return AllocationList.LIST;
    }

    @Override
    public Asked<AllocationView, AllocationFilter> asked() {
        return AllocationList.LIST
                .asked(flow.view())
                .offering("programme", programmes())
                .leadingTo(flow.view().has("funding-officer"), RECORD);
    }

    @Override
    public Page<AllocationView> read(Owner of, AllocationFilter filter, String after, int limit) {
        return Services.funding(() -> allocations.list(filter, after, limit));
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var allocation = Services.funding(() -> allocations.read(id));
        var receipts = Services.funding(() -> allocations.receipts(id, 50));
        var commitments = Services.funding(() -> allocations.commitments(id, 50));
        var amendments = allocation.balances() == null
                ? new Page<AllocationAmendmentView>(List.of(), null)
                : Services.funding(() -> allocations.amendments(id, 50));
        var checks = allocation.actions().contains("decide") ? checks(allocation) : List.<Check>of();
        var history = histories.of(kind(), allocation.id());
        var said = Done.of(flow.view().language(), kind().type(), done, allocation.status());
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                allocation,
                                AllocationLife.of(
                                        allocation,
                                        flow.view().today(),
                                        flow.view().language()),
                                receipts,
                                commitments,
                                amendments,
                                checks,
                                history,
                                form,
                                said));
    }

    private List<Check> checks(AllocationView allocation) {
        var programme = allocation.programme().id().toString();
        var alike = new AllocationFilter();
        alike.programme = programme;
        alike.from = allocation.decision().date().toString();
        alike.to = alike.from;
        return new AllocationChecks(allocation, flow.view().language())
                .of(
                        Services.funding(() -> programmes.read(programme)),
                        Services.funding(() -> allocations.list(alike, null, 200)));
    }

    @Override
    public List<Check> checks(String id) {
        return checks(Services.funding(() -> allocations.read(id)));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        allocations.decide(id, version, key, decision);
    }

    // ── Recording in steps: each has its own address, and the draft of the form has the answers ──

    @GET
    @Path("/new")
    public Response start() {
        return flow.start(form -> step("source", begun(form)));
    }

    /** Like the allocation, or of the programme, that the address names. */
    private AllocationForm begun(Form form) {
        var like = flow.view().asked(Another.LIKE);
        return like == null
                ? AllocationForm.blank(form.with("programme", flow.view().asked("programme")))
                : AllocationForm.like(Services.funding(() -> allocations.read(like)), form);
    }

    @GET
    @Path("/new/{to}")
    public Response resume(@PathParam("to") String to) {
        return flow.resume("/allocations/new", sent -> next(to, sent));
    }

    @POST
    @Path("/new/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response next(@PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return go(to, AllocationForm.blank(flow.view().form(sent)), sent);
    }

    @GET
    @Path("/{id}/change")
    public Response change(@PathParam("id") String id) {
        var allocation = Services.funding(() -> allocations.read(id));
        return flow.start(form -> {
            var change = AllocationForm.of(allocation, flow.view().language());
            change.form().keyed(form.key());
            return step("source", change);
        });
    }

    @GET
    @Path("/{id}/change/{to}")
    public Response rechange(@PathParam("id") String id, @PathParam("to") String to) {
        return flow.resume("/allocations/" + id + "/change", sent -> change(id, to, sent));
    }

    @POST
    @Path("/{id}/change/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("id") String id, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return go(to, new AllocationForm(flow.view().form(sent), "/allocations/" + id + "/change"), sent);
    }

    private Response go(String to, AllocationForm form, MultivaluedMap<String, String> sent) {
        try {
            return goOn(to, form, sent);
        } catch (ServiceDown down) {
            var wasAt = to.equals("record") ? "check" : sent.containsKey("stay") ? to : AllocationForm.before(to);
            var at = form.form().isRefused() ? form.stepOfFirstError(wasAt) : wasAt;
            form.refuse(down.problem());
            return step(at, form);
        }
    }

    /** Forward only with what the step asks for; back, or to the other language, with whatever is there. */
    private Response goOn(String to, AllocationForm form, MultivaluedMap<String, String> sent) {
        if (drafts.isStep(to)) {
            try {
                return drafts.keep(form.form(), form.title(), null);
            } catch (Refused refused) {
                form.refuse(refused.problem());
                return step(AllocationForm.before(to), form);
            }
        }
        if (sent.containsKey("stay")) {
            return step(to, form);
        }
        var unfinished = form.firstUnfinishedBefore(to);
        if (unfinished != null) {
            return step(unfinished, form);
        }
        if (to.equals("record")) {
            return flow.view().isSent()
                    ? record(form)
                    : forward("check", form); // an address that is only read records nothing
        }
        return forward(to, form);
    }

    /** With what was said before, unless the service would not record that. */
    private Response forward(String to, AllocationForm form) {
        var said = form.saidBefore(to);
        try {
            if (said != null) {
                Services.validate(Services.FUNDING, () -> funding.validate(kind().room(), said));
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
        var earlier = new EarlierAllocations(allocations);
        if (form.isTakingKnown()) {
            form.takeKnown(earlier.lastOf(form.value("programme")));
        }
        var isAway = form.form().isAway(); // then the form is all there is to show
        return flow.view()
                .show(
                        form.form(),
                        switch (step) {
                            case "amount" -> Templates.amount(form);
                            case "sources" -> Templates.sources(form);
                            case "check" ->
                                Templates.check(
                                        form, isAway ? null : programme(form.value("programme")), form.request());
                            default ->
                                Templates.source(
                                        form,
                                        isAway ? form.chosenProgramme() : programmes(),
                                        Option.of(flow.view().language(), "actionType", ActionType.values()),
                                        isAway ? List.of() : earlier.parties(AllocationView::donor),
                                        isAway ? List.of() : earlier.parties(AllocationView::recipient));
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
}
