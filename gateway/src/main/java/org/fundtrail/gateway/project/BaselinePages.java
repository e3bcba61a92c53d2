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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.position.FinancingPosition.Effect;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;
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
                ShortForm s, List<Fields.Asked> fields, EstimateView estimate, Effect effect);

        static native TemplateInstance detail(
                BaselineView baseline,
                String ownerHref,
                Effect effect,
                List<Check> checks,
                History history,
                Form form,
                String done);
    }

    private static final String NEW = "/new/{of: projects|works-programmes}/{id}/{estimate}";
    private static final Fields<BaselineTerms> FIELDS =
            Fields.of(BaselineTerms.class, "baseline", Field.area("reason"));

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
     * Asks why this estimate.
     *
     * @param of projects or works-programmes
     */
    @GET
    @Path(NEW)
    public Response ask(
            @PathParam("of") String of, @PathParam("id") String id, @PathParam("estimate") String estimate) {
        return proposing(of, id, estimate).ask();
    }

    @POST
    @Path(NEW + "/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(
            @PathParam("of") String of,
            @PathParam("id") String id,
            @PathParam("estimate") String estimate,
            @PathParam("to") String to,
            MultivaluedMap<String, String> sent) {
        return proposing(of, id, estimate).go(to, sent);
    }

    @GET
    @Path(NEW + "/{to}")
    public Response resume(
            @PathParam("of") String of,
            @PathParam("id") String id,
            @PathParam("estimate") String estimate,
            @PathParam("to") String to) {
        return proposing(of, id, estimate).resume(to);
    }

    private Recording<BaselineTerms> proposing(String of, String id, String estimate) {
        var chosen = Lazy.of(() -> chosen(of, id, estimate));
        return flow.of(kind(), FIELDS)
                .by("project-officer")
                .on(
                        Kinds.inRoom(of).orElseThrow(),
                        id,
                        Lazy.of(() -> owner(of, id)),
                        "/baselines/new/" + of + "/" + id + "/" + estimate)
                .open(() -> chosen.get().actions().contains("choose-baseline"))
                .shownAs((s, fields) -> Templates.propose(
                        s, fields, chosen.get(), effect(id, chosen.get().gross())))
                .telling(form -> Map.of("estimate", estimate))
                .validatedAs("baseline")
                .showing(terms -> showing(chosen.get(), id))
                .sending((key, terms) -> estimates.propose(of, id, key, terms).id());
    }

    /** Which estimate it is, and what the choice does. */
    private List<Answer> showing(EstimateView estimate, String owner) {
        var language = flow.view().language();
        var effect = effect(owner, estimate.gross());
        var answers = new ArrayList<>(List.of(
                Answer.of(language, "estimate", estimate.name() + ", " + language.date(estimate.date())),
                Answer.of(language, "gross", language.money(estimate.gross()))));
        if (effect != null) {
            answers.add(Answer.of(language, "gap", language.money(effect.gapThen())));
        }
        return answers;
    }

    private EstimateView chosen(String of, String id, String estimate) {
        return Services.infrastructure(() -> Whole.list(after -> estimates.ladder(of, id, after, 200))).stream()
                .filter(e -> e.id().toString().equals(estimate))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Owner owner(String of, String id) {
        if (of.equals("projects")) {
            return ProjectPages.owner(Services.infrastructure(() -> projects.read(id)));
        }
        var works = Services.infrastructure(() -> worksProgrammes.read(id));
        return Owner.of(InfrastructureKind.WORKS_PROGRAMME, works.id(), works.reference());
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
