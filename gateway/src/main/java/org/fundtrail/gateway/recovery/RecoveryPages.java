package org.fundtrail.gateway.recovery;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.claim.ClaimFilter;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.recovery.RecoveryDecision;
import org.fundtrail.funding.api.recovery.RecoveryFilter;
import org.fundtrail.funding.api.recovery.RecoveryOffset;
import org.fundtrail.funding.api.recovery.RecoveryPayment;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.funding.api.recovery.RecoveryWaiver;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.claim.ClaimClient;
import org.fundtrail.gateway.claim.RecoveryClient;
import org.fundtrail.gateway.commitment.CommitmentPages;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.Signed;
import org.fundtrail.gateway.frame.SteppedPage;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Asked;
import org.fundtrail.gateway.list.EntryView;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.report.Pdf;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** Recoveries: a funding officer establishes one, an approver orders it or waives it, an accountant has it paid back or offsets it. */
@Path("/recoveries")
@Produces(MediaType.TEXT_HTML)
public class RecoveryPages
        implements ListedPage<RecoveryView, RecoveryFilter>, NewOnPage, ChangePage, SteppedPage, WithdrawalPage {
    private static final int STRETCH = 200;
    private static final Set<RecoveryStatus> ENDED = EnumSet.of(
            RecoveryStatus.PAID,
            RecoveryStatus.OFFSET,
            RecoveryStatus.WAIVED,
            RecoveryStatus.REJECTED,
            RecoveryStatus.WITHDRAWN);

    private static final Fields<RecoveryDecision> DECISION = Fields.of(
            RecoveryDecision.class,
            "recovery-step",
            Field.radios("outcome", "outcome", Decision.Outcome.values()),
            Field.day("on").optional(),
            Field.day("dueOn").optional(),
            Field.perCent("interest.ecbRate").optional(),
            Field.one("interest.points", "interestPoints", "3.5", "8").optional(),
            Field.area("reason").optional());
    private static final Fields<RecoveryPayment> PAYMENT =
            Fields.of(RecoveryPayment.class, "recovery-step", Field.day("paidOn"), Field.text("bankReference"));
    private static final Fields<RecoveryOffset> OFFSET = Fields.of(
            RecoveryOffset.class,
            "recovery-step",
            Field.record("claim"),
            Field.day("on").optional());
    private static final Fields<RecoveryWaiver> WAIVER = Fields.of(
            RecoveryWaiver.class,
            "recovery-step",
            Field.area("reason"),
            Field.day("on").optional());

    @CheckedTemplate(basePath = "recovery")
    static class Templates {
        static native TemplateInstance detail(
                RecoveryView recovery,
                String next,
                boolean isOpen,
                Due due,
                List<Option> payable,
                History history,
                Form form,
                String done);

        static native TemplateInstance pdf(
                RecoveryView recovery,
                AllocationView allocation,
                ProjectView project,
                String payTo,
                List<EntryView> steps,
                List<Signed> signed,
                String code);
    }

    private final RecoveryClient recoveries;
    private final ClaimClient claims;
    private final AllocationClient allocations;
    private final ProjectClient projects;
    private final RecoveryForm form;
    private final RecoveryChoice choice;
    private final PayTo accounts;
    private final FormFlow flow;
    private final History.Reader histories;

    RecoveryPages(
            @RestClient RecoveryClient recoveries,
            @RestClient ClaimClient claims,
            @RestClient AllocationClient allocations,
            @RestClient ProjectClient projects,
            RecoveryForm form,
            RecoveryChoice choice,
            PayTo accounts,
            FormFlow flow,
            History.Reader histories) {
        this.recoveries = recoveries;
        this.claims = claims;
        this.allocations = allocations;
        this.projects = projects;
        this.form = form;
        this.choice = choice;
        this.accounts = accounts;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.RECOVERY;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    // ── The list ──

    @Override
    public ListPage<RecoveryView, RecoveryFilter> list() {
        return RecoveryList.LIST;
    }

    @Override
    public Asked<RecoveryView, RecoveryFilter> asked() {
        return list().asked(flow.view())
                .leadingTo(
                        flow.view().has("funding-officer"),
                        new ListPage.Action("/recoveries/new", "title.record-recovery"));
    }

    @Override
    public Page<RecoveryView> read(Owner of, RecoveryFilter filter, String after, int limit) {
        filter.claim = idOf(of, FundingKind.CLAIM);
        filter.allocation = idOf(of, FundingKind.ALLOCATION);
        filter.project = idOf(of, InfrastructureKind.PROJECT);
        return Services.funding(() -> recoveries.list(filter, after, limit));
    }

    private static String idOf(Owner of, Kind kind) {
        return of != null && of.kind() == kind ? of.id() : null;
    }

    @Override
    public Owner of() {
        var view = flow.view();
        if (view.asked("claim") != null) {
            return Owner.asked(view, FundingKind.CLAIM, id -> {
                var claim = Services.funding(() -> claims.read(id));
                return Owner.of(FundingKind.CLAIM, claim.id(), claim.reference());
            });
        }
        return CommitmentPages.of(view, allocations, projects);
    }

    // ── Recording; what was returned can be changed ──

    @Override
    public Kind ownerKind() {
        return FundingKind.CLAIM;
    }

    @Override
    public Response ask() {
        return flow.view().asked("claim") == null ? choice.page() : NewOnPage.super.ask();
    }

    @Override
    public Recording<?> recordingOn(String claim) {
        return form.on(claim);
    }

    @Override
    public Recording<?> changing(String id) {
        return form.changing(id);
    }

    // ── One recovery ──

    @Override
    public Response detail(String id, Form form, String done) {
        var recovery = recovery(id);
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                recovery,
                                next(recovery),
                                !ENDED.contains(recovery.status()),
                                Due.of(recovery, flow.view().today()),
                                payable(recovery),
                                histories.of(kind(), recovery.id()),
                                form,
                                Done.of(flow.view().language(), kind().type(), done, recovery.status())));
    }

    private RecoveryView recovery(String id) {
        return Services.funding(() -> recoveries.read(id));
    }

    /** What happens with it next, and whether the reader is who does it. */
    private String next(RecoveryView recovery) {
        var isForReader = recovery.actions().stream().anyMatch(List.of("decide", "pay", "change")::contains);
        return Words.of(
                flow.view().language(),
                (isForReader ? "recovery-you." : "recovery-next.")
                        + recovery.status().name());
    }

    /** The authorised claims of its project, against which it can be offset. */
    private List<Option> payable(RecoveryView recovery) {
        if (!recovery.actions().contains("offset")) {
            return List.of();
        }
        var filter = new ClaimFilter();
        filter.project = recovery.project().id().toString();
        filter.status = ClaimStatus.AUTHORISED.name();
        var language = flow.view().language();
        return Services.funding(() -> Whole.list(after -> claims.list(filter, after, STRETCH))).stream()
                .map(claim -> new Option(
                        claim.id().toString(), claim.reference() + " (" + language.money(claim.toPay()) + ")"))
                .toList();
    }

    /** The debit note, to be printed, signed and sent. */
    @GET
    @Path("/{id}/debit-note.pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("id") String id) {
        var recovery = recovery(id);
        if (recovery.debitNote() == null) {
            throw Refusal.notFound();
        }
        return Pdf.answer(
                "debit-note-" + recovery.reference(),
                Templates.pdf(
                                recovery,
                                Services.funding(() -> allocations.read(
                                        recovery.allocation().id().toString())),
                                Services.infrastructure(() ->
                                        projects.read(recovery.project().id().toString())),
                                accounts.of(recovery.institution()),
                                histories.of(kind(), recovery.id()).fromTheFirst(),
                                Signed.of(recovery.steps(), "RECORD", "ORDER"),
                                flow.view().code())
                        .setLocale(flow.view().language().locale())
                        .render());
    }

    // ── Its steps ──

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var outcome = flow.view().form(sent).value("outcome");
        var isOrder = Decision.Outcome.APPROVED.name().equals(outcome);
        var fields = isOrder ? DECISION : DECISION.without("dueOn", "interest.ecbRate", "interest.points");
        return take(sent, id, isOrder ? "ORDERED" : outcome, "your_decision", fields, recoveries::decide);
    }

    @POST
    @Path("/{id}/payment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return take(sent, id, "PAID", "recovery_paid", PAYMENT, recoveries::pay);
    }

    @POST
    @Path("/{id}/offset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response offset(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return take(sent, id, "OFFSET", "recovery_offset", OFFSET, recoveries::offset);
    }

    @POST
    @Path("/{id}/waiver")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response waive(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return take(sent, id, "WAIVED", "recovery_waive", WAIVER, recoveries::waive);
    }
}
