package org.fundtrail.gateway.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.Period;
import org.fundtrail.funding.api.allocation.AllocationBalances;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentView;
import org.fundtrail.funding.api.commitment.CommitmentFilter;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.allocation.AllocationPages;
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
import org.fundtrail.gateway.frame.ReversalPage;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.programme.ProgrammeClient;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.project.ProjectPages;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** A part of an allocation that is assigned to a project: recording reserves it, an approver decides. */
@Path("/commitments")
@Produces(MediaType.TEXT_HTML)
public class CommitmentPages
        implements ListedPage<CommitmentView, CommitmentFilter>,
                NewOnPage,
                ChangePage,
                DecisionPage,
                WithdrawalPage,
                ReversalPage {

    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance detail(
                CommitmentView commitment,
                Page<CommitmentAmendmentView> amendments,
                List<Check> checks,
                History history,
                Form form,
                String done);
    }

    private static final Fields<CommitmentTerms> FIELDS = Fields.of(
            CommitmentTerms.class,
            "commitment",
            Field.record("project"),
            Field.money("amount"),
            Field.text("legalCommitment.reference"),
            Field.day("legalCommitment.date"),
            Field.area("override.reason").optional());

    private final AllocationClient allocations;
    private final CommitmentClient commitments;
    private final ProgrammeClient programmes;
    private final ProjectClient projects;
    private final FinancingPositions positions;
    private final FormFlow flow;
    private final History.Reader histories;

    CommitmentPages(
            @RestClient AllocationClient allocations,
            @RestClient CommitmentClient commitments,
            @RestClient ProgrammeClient programmes,
            @RestClient ProjectClient projects,
            FinancingPositions positions,
            FormFlow flow,
            History.Reader histories) {
        this.positions = positions;
        this.allocations = allocations;
        this.commitments = commitments;
        this.programmes = programmes;
        this.projects = projects;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.COMMITMENT;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public ListPage<CommitmentView, CommitmentFilter> list() {
        return CommitmentList.LIST;
    }

    @Override
    public Page<CommitmentView> read(Owner of, CommitmentFilter filter, String after, int limit) {
        if (of != null && of.kind() == FundingKind.ALLOCATION) {
            return Services.funding(() -> commitments.of(of.id(), filter, after, limit));
        }
        filter.project = of == null ? null : of.id();
        return Services.funding(() -> commitments.list(filter, after, limit));
    }

    @Override
    public Owner of() {
        return of(flow.view(), allocations, projects);
    }

    /** The allocation or the project of which an address asks for what is committed or claimed; null for all. */
    public static Owner of(View view, AllocationClient allocations, ProjectClient projects) {
        var allocation = Owner.asked(
                view,
                FundingKind.ALLOCATION,
                id -> AllocationPages.owner(Services.funding(() -> allocations.read(id))));
        return allocation != null
                ? allocation
                : Owner.asked(
                        view,
                        InfrastructureKind.PROJECT,
                        id -> ProjectPages.owner(Services.infrastructure(() -> projects.read(id))));
    }

    public static Owner owner(CommitmentView commitment) {
        return Owner.of(
                FundingKind.COMMITMENT,
                commitment.id(),
                commitment.legalCommitment().reference());
    }

    private AllocationView allocation(String id) {
        return Services.funding(() -> allocations.read(id));
    }

    private ProgrammeView programme(AllocationView allocation) {
        return Services.funding(
                () -> programmes.read(allocation.programme().id().toString()));
    }

    // ── Recording; and what was returned can be changed and sent again ──

    @Override
    public Kind ownerKind() {
        return FundingKind.ALLOCATION;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var allocation = Lazy.of(() -> allocation(id));
        return form(allocation)
                .on(ownerKind(), id, () -> AllocationPages.owner(allocation.get()))
                .open(() -> AllocationPages.takes(allocation.get(), "record-commitment"))
                .like(
                        one -> Services.funding(() -> commitments.read(one)),
                        "legalCommitment.reference",
                        "override.reason")
                .sending((key, terms) -> commitments.record(id, key, terms).id());
    }

    @Override
    public Recording<?> changing(String id) {
        var commitment = Lazy.of(() -> Services.funding(() -> commitments.read(id)));
        var allocation =
                Lazy.of(() -> allocation(commitment.get().allocation().id().toString()));
        return form(allocation)
                .of(() -> AllocationPages.owner(allocation.get()))
                .changing(
                        id,
                        () -> commitment.get().allocation().reference(),
                        () -> Services.funding(() -> commitments.read(id)),
                        (form, terms) -> commitments.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> commitment.get().actions().contains("change"));
    }

    private Recording<CommitmentTerms> form(Supplier<AllocationView> allocation) {
        var now = new ProjectsNow(positions, projects, language());
        var eligibility = Lazy.of(() -> new Eligibility(allocation.get().eligibility(), language()));
        var earmark = Lazy.of(() -> new Earmark(programme(allocation.get()), now, language()));
        return flow.of(kind(), FIELDS)
                .by("funding-officer")
                .finding("project", (sought, chosen) -> earmark.get().found(sought, chosen))
                .without("override.reason", form -> !Earmark.isOverridden(form))
                .hinting(() -> Map.of("legalCommitment.date", eligibility.get().hint()))
                .under(() -> available(allocation.get().balances()))
                .noting((form, terms) -> {
                    earmark.get().check(form, terms);
                    noteBeyond(form, terms.project(), terms.amount(), now);
                    eligibility.get().note(form, terms.legalCommitment().date());
                });
    }

    private Language language() {
        return flow.view().language();
    }

    private String available(AllocationBalances balances) {
        return balances == null
                ? null
                : Words.say(
                        language(), "available-now", Map.of("amount", language().money(balances.available())));
    }

    /** When what an allocation pays for has to happen; outside of it a legal commitment is noted, not refused. */
    private record Eligibility(Period period, Language language) {
        String hint() {
            return Words.say(language, "hint.eligible", params());
        }

        void note(Form form, LocalDate date) {
            if (date.isBefore(period.from()) || date.isAfter(period.to())) {
                form.note(Words.say(language, "note.outside-eligibility", params()));
            }
        }

        private Map<String, String> params() {
            return Map.of("from", period.from().toString(), "to", period.to().toString());
        }
    }

    /** What would be committed beyond the baseline covers nothing: said before it happens, with all that waits; never refused. */
    private void noteBeyond(Form form, String project, Money more, ProjectsNow now) {
        var beyond =
                now.position().map(position -> position.beyond(project, more)).orElse(null);
        if (beyond != null) {
            var baseline = beyond.baseline() == null ? "" : language().money(beyond.baseline());
            form.note(Words.say(
                    language(),
                    beyond.baseline() == null ? "note.no-baseline" : "note.beyond-baseline",
                    Map.of(
                            "then", language().money(beyond.then()),
                            "over", language().money(beyond.over()),
                            "baseline", baseline)));
        }
    }

    // ── One commitment ──

    @Override
    public Response detail(String id, Form form, String done) {
        var commitment = Services.funding(() -> commitments.read(id));
        var amendments = commitment.status() == ApprovalStatus.APPROVED
                ? Services.funding(() -> commitments.amendments(id, 50))
                : new Page<CommitmentAmendmentView>(List.of(), null);
        var checks = commitment.actions().contains("decide") ? checks(commitment) : List.<Check>of();
        var history = histories.of(kind(), commitment.id());
        var said = Done.of(language(), kind().type(), done, commitment.status());
        return flow.view().show(form, Templates.detail(commitment, amendments, checks, history, form, said));
    }

    private List<Check> checks(CommitmentView commitment) {
        var allocation = allocation(commitment.allocation().id().toString());
        var alike = new CommitmentFilter();
        alike.reference = commitment.legalCommitment().reference();
        return new CommitmentChecks(commitment, language())
                .of(
                        allocation,
                        programme(allocation),
                        new ProjectsNow(positions, projects, language())
                                .position()
                                .orElse(null),
                        Services.funding(() -> commitments.list(alike, null, 50)));
    }

    @Override
    public List<Check> checks(String id) {
        return checks(Services.funding(() -> commitments.read(id)));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        commitments.decide(id, version, key, decision);
    }
}
