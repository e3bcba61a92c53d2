package org.fundtrail.gateway.costoption;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.costoption.CostOptionFilter;
import org.fundtrail.funding.api.costoption.CostOptionTerms;
import org.fundtrail.funding.api.costoption.CostOptionType;
import org.fundtrail.funding.api.costoption.CostOptionView;
import org.fundtrail.funding.api.costoption.FlatRateBasis;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.claim.ClaimClient;
import org.fundtrail.gateway.commitment.CommitmentClient;
import org.fundtrail.gateway.commitment.CommitmentPages;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
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
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Simplified cost options: what of a project's costs is claimed without invoices. A funding officer proposes one, an approver decides. */
@Path("/cost-options")
@Produces(MediaType.TEXT_HTML)
public class CostOptionPages
        implements ListedPage<CostOptionView, CostOptionFilter>, NewOnPage, ChangePage, DecisionPage, WithdrawalPage {

    @CheckedTemplate(basePath = "cost-option")
    static class Templates {
        static native TemplateInstance detail(
                CostOptionView option, List<Check> checks, History history, Form form, String done);
    }

    private static final Fields<CostOptionTerms> FIELDS = Fields.of(
            CostOptionTerms.class,
            "cost-option",
            Field.radios("kind", "claimLine", CostOptionType.values()),
            Field.text("title").wide(),
            Field.text("decision.reference"),
            Field.day("decision.date"),
            Field.text("unit").optional(),
            Field.money("rate").optional(),
            Field.quantity("quantity").optional(),
            Field.money("amount").optional(),
            Field.area("trigger").optional(),
            Field.one("basis", "flatRateBasis", FlatRateBasis.values()).optional(),
            Field.quantity("percent").optional());

    /** What is said of some kinds only. */
    private static final Map<String, Set<CostOptionType>> SAID_OF = Map.of(
            "unit", EnumSet.of(CostOptionType.UNIT_COST),
            "rate", EnumSet.of(CostOptionType.UNIT_COST),
            "quantity", EnumSet.of(CostOptionType.UNIT_COST),
            "amount", EnumSet.complementOf(EnumSet.of(CostOptionType.UNIT_COST)),
            "trigger", EnumSet.of(CostOptionType.LUMP_SUM),
            "basis", EnumSet.of(CostOptionType.FLAT_RATE),
            "percent", EnumSet.of(CostOptionType.FLAT_RATE));

    private final CostOptionClient options;
    private final CommitmentClient commitments;
    private final AllocationClient allocations;
    private final ProjectClient projects;
    private final ClaimClient claims;
    private final FormFlow flow;
    private final History.Reader histories;

    CostOptionPages(
            @RestClient CostOptionClient options,
            @RestClient CommitmentClient commitments,
            @RestClient AllocationClient allocations,
            @RestClient ProjectClient projects,
            @RestClient ClaimClient claims,
            FormFlow flow,
            History.Reader histories) {
        this.options = options;
        this.commitments = commitments;
        this.allocations = allocations;
        this.projects = projects;
        this.claims = claims;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.COST_OPTION;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    // ── The list ──

    @Override
    public ListPage<CostOptionView, CostOptionFilter> list() {
        return CostOptionList.LIST;
    }

    @Override
    public Page<CostOptionView> read(Owner of, CostOptionFilter filter, String after, int limit) {
        filter.allocation = of != null && of.kind() == FundingKind.ALLOCATION ? of.id() : null;
        filter.project = of != null && of.kind() == InfrastructureKind.PROJECT ? of.id() : null;
        return Services.funding(() -> options.list(filter, after, limit));
    }

    @Override
    public Owner of() {
        return CommitmentPages.of(flow.view(), allocations, projects);
    }

    // ── On a commitment, of whose allocation and project it is; and what was returned can be changed ──

    @Override
    public Kind ownerKind() {
        return FundingKind.COMMITMENT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var commitment = Lazy.of(() -> Services.funding(() -> commitments.read(id)));
        return form(
                        () -> commitment.get().allocation().id(),
                        () -> commitment.get().project().id())
                .on(ownerKind(), id, () -> CommitmentPages.owner(commitment.get()))
                .of(null) // its address at the service is its own
                .open(() -> commitment.get().actions().contains("record-claim"))
                .beginningWith(form -> form.with("kind", flow.view().asked("kind")))
                .sending((key, terms) -> options.record(key, terms).id());
    }

    @Override
    public Recording<?> changing(String id) {
        var option = Lazy.of(() -> option(id));
        return form(
                        () -> option.get().allocation().id(),
                        () -> option.get().project().id())
                .changing(
                        id,
                        () -> option.get().reference(),
                        () -> option(id),
                        (form, terms) -> options.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> option.get().actions().contains("change"));
    }

    private Recording<CostOptionTerms> form(Supplier<UUID> allocation, Supplier<UUID> project) {
        var form = flow.of(kind(), FIELDS)
                .by("funding-officer")
                .telling(said -> Map.of(
                        "allocation",
                        allocation.get().toString(),
                        "project",
                        project.get().toString()));
        SAID_OF.forEach((field, kinds) -> form.without(field, said -> isOfAnother(said, kinds)));
        return form;
    }

    /** While no kind is chosen everything is asked; what another kind says is read all the same, if it was typed. */
    private static boolean isOfAnother(Form form, Set<CostOptionType> kinds) {
        return form.has("kind") && kinds.stream().noneMatch(kind -> form.chosen("kind", kind.name()));
    }

    private CostOptionView option(String id) {
        return Services.funding(() -> options.read(id));
    }

    // ── One cost option ──

    @Override
    public Response detail(String id, Form form, String done) {
        var option = option(id);
        var checks = option.actions().contains("decide") ? checks(option) : List.<Check>of();
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                option,
                                checks,
                                histories.of(kind(), option.id()),
                                form,
                                Done.of(flow.view().language(), kind().type(), done, option.status())));
    }

    /** What of the commitments there is to pay it from. */
    private List<Check> checks(CostOptionView option) {
        var language = flow.view().language();
        var left = Services.funding(() -> claims.claimableCommitment(
                        option.allocation().id().toString(),
                        option.project().id().toString()))
                .left();
        return List.of(Check.of(
                left.isPositive(),
                Words.say(
                        language,
                        "check.option-commitment",
                        Map.of("amount", language.money(option.amount()), "left", language.money(left)))));
    }

    @Override
    public List<Check> checks(String id) {
        return checks(option(id));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        options.decide(id, version, key, decision);
    }
}
