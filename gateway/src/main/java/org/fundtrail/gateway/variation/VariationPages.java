package org.fundtrail.gateway.variation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.StepTerms;
import org.fundtrail.gateway.contract.ContractClient;
import org.fundtrail.gateway.contract.ContractPages;
import org.fundtrail.gateway.costline.LinesOfProject;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.ShortStep;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.variation.VariationClass;
import org.fundtrail.infrastructure.api.variation.VariationState;
import org.fundtrail.infrastructure.api.variation.VariationStatus;
import org.fundtrail.infrastructure.api.variation.VariationTerms;
import org.fundtrail.infrastructure.api.variation.VariationView;

/** What changes the worth of contracts: a project officer notes it and submits it, an approver decides. */
@Path("/variations")
@Produces(MediaType.TEXT_HTML)
public class VariationPages implements NewOnPage, ChangePage, DecisionPage, WithdrawalPage {

    @CheckedTemplate(basePath = "variation")
    static class Templates {
        static native TemplateInstance detail(
                VariationView variation, List<Check> checks, History history, Form form, String done);
    }

    private static final Fields<VariationTerms> FIELDS = Fields.of(
            VariationTerms.class,
            "variation",
            Field.radios("class", "variationClass", VariationClass.values()),
            Field.radios("state", "variationState", VariationState.values()),
            Field.money("net").orNegative(),
            Field.area("reason"),
            Field.record("costLine").optional(),
            Field.day("on").optional());

    private static final Fields<StepTerms> SUBMISSION =
            Fields.of(StepTerms.class, "variation", Field.day("on").optional());

    private final ContractClient contracts;
    private final LinesOfProject costLines;
    private final VariationClient variations;
    private final InfrastructureRecords records;
    private final FormFlow flow;
    private final History.Reader histories;

    VariationPages(
            @RestClient ContractClient contracts,
            LinesOfProject costLines,
            @RestClient VariationClient variations,
            @RestClient InfrastructureRecords records,
            FormFlow flow,
            History.Reader histories) {
        this.contracts = contracts;
        this.costLines = costLines;
        this.variations = variations;
        this.records = records;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.VARIATION;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    // ── Recording; and what was returned can be changed and sent again ──

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.CONTRACT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var contract = Lazy.of(() -> contract(id));
        return flow.of(kind(), FIELDS)
                .by("project-officer")
                .on(ownerKind(), id, () -> ContractPages.owner(contract.get()))
                .open(() -> contract.get().actions().contains("record-variation"))
                .offering(() -> lines(contract.get().project().id().toString()))
                .like(one -> Services.infrastructure(() -> variations.read(one)), "on")
                .sending((key, terms) -> variations.record(id, key, terms).id());
    }

    @Override
    public Recording<?> changing(String id) {
        var variation = Lazy.of(() -> variation(id));
        return flow.of(kind(), FIELDS.without("state"))
                .by("project-officer")
                .offering(() -> lines(variation.get().contract().project().id().toString()))
                .telling(form -> Map.of("state", VariationState.PENDING))
                .of(() -> Owner.of(
                        ownerKind(),
                        variation.get().contract().id(),
                        variation.get().contract().reference()))
                .changing(
                        id,
                        () -> variation.get().reference(),
                        () -> variation(id),
                        (form, terms) -> variations.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> variation.get().actions().contains("change"));
    }

    private ContractView contract(String id) {
        return Services.infrastructure(() -> contracts.read(id));
    }

    private VariationView variation(String id) {
        return Services.infrastructure(() -> variations.read(id));
    }

    private Map<String, List<Option>> lines(String project) {
        return Map.of("costLine", costLines.options(project));
    }

    // ── One variation ──

    @Override
    public Response detail(String id, Form form, String done) {
        var variation = variation(id);
        var checks = variation.actions().contains("decide") ? checks(variation) : List.<Check>of();
        var history = histories.of(kind(), variation.id());
        var said = Done.of(flow.view().language(), kind().type(), done, variation.status());
        return flow.view().show(form, Templates.detail(variation, checks, history, form, said));
    }

    private List<Check> checks(VariationView variation) {
        return new VariationChecks(variation, flow.view().language())
                .of(contract(variation.contract().id().toString()));
    }

    @Override
    public List<Check> checks(String id) {
        return checks(variation(id));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        variations.decide(id, version, key, decision);
    }

    /** What was only possible is submitted now. */
    @POST
    @Path("/{id}/submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = flow.view().form(sent);
        var step = SUBMISSION.read(form, Map.of("step", "SUBMIT"));
        return flow.take(
                form,
                ShortStep.on(this, id, VariationStatus.PENDING.name(), "submit", SUBMISSION),
                () -> records.take(kind().room(), id, DecisionForm.version(form), form.key(), step),
                again -> detail(id, again, null));
    }
}
