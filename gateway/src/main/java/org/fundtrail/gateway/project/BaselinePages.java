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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.position.FinancingPosition.Effect;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.estimate.BaselineTerms;
import org.fundtrail.infrastructure.api.estimate.BaselineView;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Which estimate a project or works programme is measured by: proposed with a reason, decided by somebody else, with what it does to the gap. */
@Path("/baselines")
@Produces(MediaType.TEXT_HTML)
public class BaselinePages implements DecisionPage, WithdrawalPage {

    @CheckedTemplate(basePath = "baseline")
    static class Templates {
        static native TemplateInstance propose(
                String of, Subject owner, EstimateView estimate, Effect effect, Form form);

        static native TemplateInstance detail(
                BaselineView baseline,
                String ownerHref,
                Effect effect,
                List<Check> checks,
                History history,
                Form form,
                String done);
    }

    private final ProjectClient projects;
    private final WorksProgrammeClient worksProgrammes;
    private final EstimateClient estimates;
    private final FinancingPositions positions;
    private final FormFlow flow;
    private final History.Reader histories;

    BaselinePages(
            @RestClient ProjectClient projects,
            @RestClient WorksProgrammeClient worksProgrammes,
            @RestClient EstimateClient estimates,
            FinancingPositions positions,
            FormFlow flow,
            History.Reader histories) {
        this.projects = projects;
        this.worksProgrammes = worksProgrammes;
        this.estimates = estimates;
        this.positions = positions;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.BASELINE;
    }

    @Override
    public FormFlow flow() {
        return flow;
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
        return ask(of, id, estimate, Form.empty(flow.view().language()));
    }

    private Response ask(String of, String id, String estimate, Form form) {
        var owner = owner(of, id);
        var chosen = chosen(of, id, estimate);
        return flow.view().show(form, Templates.propose(of, owner, chosen, effect(id, chosen.gross()), form));
    }

    private EstimateView chosen(String of, String id, String estimate) {
        return Services.infrastructure(() -> Whole.list(after -> estimates.ladder(of, id, after, 200))).stream()
                .filter(e -> e.id().toString().equals(estimate))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Subject owner(String of, String id) {
        if (of.equals("projects")) {
            var project = Services.infrastructure(() -> projects.read(id));
            return new Subject("project", project.id(), project.reference());
        }
        var works = Services.infrastructure(() -> worksProgrammes.read(id));
        return new Subject("works-programme", works.id(), works.reference());
    }

    /** What the choice does to the gap; null while a service does not answer. */
    private Effect effect(String owner, Money gross) {
        try {
            var position = positions.read(Moment.NOW).await().indefinitely();
            flow.view()
                    .readFrom(position.recorded().funding(), position.recorded().infrastructure());
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
        var form = flow.view().form(sent);
        var reason = form.text("reason");
        if (!form.isRefused()) {
            try {
                var choice = new BaselineTerms(chosen(of, id, estimate).id(), reason);
                var proposed =
                        Services.send(Services.INFRASTRUCTURE, () -> estimates.propose(of, id, form.key(), choice));
                return View.to("/baselines/" + proposed.id() + "?done=proposed");
            } catch (Refused refused) {
                form.refuse(refused.problem());
            }
        }
        return ask(of, id, estimate, form);
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var baseline = Services.infrastructure(() -> estimates.baseline(id));
        var history = histories.of(kind(), baseline.id());
        var waits = baseline.status() == ApprovalStatus.PROPOSED;
        var owner = baseline.owner();
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                baseline,
                                Links.to(owner, null),
                                waits
                                        ? effect(
                                                owner.id().toString(),
                                                baseline.estimate().gross())
                                        : null,
                                waits ? checks(baseline) : List.of(),
                                history,
                                form,
                                Done.of(flow.view().language(), kind().type(), done, baseline.status())));
    }

    @Override
    public List<Check> checks(String id) {
        return checks(Services.infrastructure(() -> estimates.baseline(id)));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        estimates.decide(id, version, key, decision);
    }

    /** What the estimate cites, and that it is none of the past. */
    private List<Check> checks(BaselineView baseline) {
        var language = flow.view().language();
        var owner = baseline.owner();
        var estimate = baseline.estimate();
        var newest = Services.infrastructure(() -> Whole.list(after -> estimates.ladder(
                        Kinds.of(owner.type()).orElseThrow().room(), owner.id().toString(), after, 200)))
                .stream()
                .map(EstimateView::date)
                .max(Comparator.naturalOrder())
                .orElse(estimate.date());
        var isNewest = !estimate.date().isBefore(newest);
        var isSourced = estimate.source() != null;
        return Check.inOrder(List.of(
                Check.of(
                        isNewest,
                        Words.say(
                                language,
                                isNewest ? "check.newest-estimate" : "check.newer-estimate",
                                Map.of("day", estimate.date().toString(), "newest", newest.toString()))),
                Check.of(
                        isSourced,
                        Words.say(
                                language,
                                isSourced ? "check.estimate-sourced" : "check.estimate-not-sourced",
                                Map.of("title", isSourced ? estimate.source().title() : "")))));
    }
}
