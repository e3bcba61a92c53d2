package org.fundtrail.gateway.project;

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
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.page.DecisionForm;
import org.fundtrail.gateway.page.Done;
import org.fundtrail.gateway.page.EntryView;
import org.fundtrail.gateway.page.Form;
import org.fundtrail.gateway.page.FundingClient.Subject;
import org.fundtrail.gateway.page.History;
import org.fundtrail.gateway.page.InfrastructureClient;
import org.fundtrail.gateway.page.InfrastructureClient.Baseline;
import org.fundtrail.gateway.page.InfrastructureClient.Estimate;
import org.fundtrail.gateway.page.Refused;
import org.fundtrail.gateway.page.Services;
import org.fundtrail.gateway.page.View;
import org.fundtrail.gateway.page.Whole;
import org.fundtrail.gateway.position.FinancingPosition.Effect;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;

/** Which estimate a project or works programme is measured by: proposed with a reason, decided by somebody else, with what it does to the gap. */
@Path("/baselines")
@Produces(MediaType.TEXT_HTML)
public class BaselinePages {

    @CheckedTemplate(basePath = "baseline")
    static class Templates {
        static native TemplateInstance propose(String of, Subject owner, Estimate estimate, Effect effect, Form form);

        static native TemplateInstance detail(
                Baseline baseline, String ownerHref, Effect effect, History history, Form form, String done);
    }

    private final InfrastructureClient infrastructure;
    private final FinancingPositions positions;
    private final History.Reader histories;
    private final View view;

    BaselinePages(
            @RestClient InfrastructureClient infrastructure,
            FinancingPositions positions,
            History.Reader histories,
            View view) {
        this.infrastructure = infrastructure;
        this.positions = positions;
        this.histories = histories;
        this.view = view;
    }

    /**
     * Asks why.
     *
     * @param of projects or works-programmes
     */
    @GET
    @Path("/new/{of: projects|works-programmes}/{id}/{estimate}")
    public Response ask(
            @PathParam("of") String of, @PathParam("id") String id, @PathParam("estimate") String estimate) {
        return ask(of, id, estimate, Form.empty(view.language()));
    }

    private Response ask(String of, String id, String estimate, Form form) {
        var owner = owner(of, id);
        var chosen =
                Services.infrastructure(() -> Whole.list(after -> infrastructure.estimates(of, id, after, 200)))
                        .stream()
                        .filter(e -> e.id().equals(estimate))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        return view.show(form, Templates.propose(of, owner, chosen, effect(id, chosen.gross()), form));
    }

    private Subject owner(String of, String id) {
        return of.equals("projects")
                ? new Subject(
                        "project",
                        id,
                        Services.infrastructure(() -> infrastructure.project(id))
                                .reference())
                : new Subject(
                        "works-programme",
                        id,
                        Services.infrastructure(() -> infrastructure.worksProgramme(id))
                                .reference());
    }

    /** What the choice does to the gap; null while a service does not answer. */
    private Effect effect(String owner, Money gross) {
        try {
            var position = positions.read(Moment.NOW).await().indefinitely();
            view.readFrom(position.recorded().funding(), position.recorded().infrastructure());
            return position.effect(owner, gross);
        } catch (Refusal unavailable) {
            return null;
        }
    }

    @POST
    @Path("/new/{of: projects|works-programmes}/{id}/{estimate}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(
            @PathParam("of") String of,
            @PathParam("id") String id,
            @PathParam("estimate") String estimate,
            MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var reason = form.text("reason");
        if (!form.isRefused()) {
            try {
                var choice = new HashMap<>(Map.of("estimate", estimate, "reason", reason));
                var proposed = Services.send(
                        Services.INFRASTRUCTURE, () -> infrastructure.proposeBaseline(of, id, form.key(), choice));
                return View.to("/baselines/" + proposed.id() + "?done=proposed");
            } catch (Refused refused) {
                form.refuse(refused.problem());
            }
        }
        return ask(of, id, estimate, form);
    }

    @GET
    @Path("/{id}")
    public Response detail(@PathParam("id") String id) {
        return detail(id, Form.empty(view.language()), view.done());
    }

    private Response detail(String id, Form form, String done) {
        var baseline = Services.infrastructure(() -> infrastructure.baseline(id));
        var history = histories.infrastructure(id);
        var waits = baseline.status().equals("PROPOSED");
        var owner = baseline.owner();
        return view.show(
                form,
                Templates.detail(
                        baseline,
                        EntryView.href(owner, null),
                        waits ? effect(owner.id(), baseline.estimate().gross()) : null,
                        history,
                        form,
                        Done.of(view.language(), "baseline", done, baseline.status())));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var decision = DecisionForm.read(form);
        if (!form.isRefused()) {
            try {
                Services.send(
                        Services.INFRASTRUCTURE,
                        () -> infrastructure.decideBaseline(id, DecisionForm.version(form), form.key(), decision));
                return View.to("/baselines/" + id + "?done=" + decision.outcome());
            } catch (Refused refused) {
                form.refuse(refused.problem());
            }
        }
        return detail(id, form, null);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        try {
            Services.send(
                    Services.INFRASTRUCTURE,
                    () -> infrastructure.take(
                            "baselines", id, DecisionForm.version(form), form.key(), DecisionForm.withdrawal(form)));
            return View.to("/baselines/" + id + "?done=WITHDRAWN");
        } catch (Refused refused) {
            return detail(id, form.refuse(refused.problem()), null);
        }
    }
}
