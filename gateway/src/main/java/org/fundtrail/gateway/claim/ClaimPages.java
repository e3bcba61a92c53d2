package org.fundtrail.gateway.claim;

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
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.claim.ClaimAuthorisation;
import org.fundtrail.funding.api.claim.ClaimClockChange;
import org.fundtrail.funding.api.claim.ClaimFilter;
import org.fundtrail.funding.api.claim.ClaimPayment;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.ClaimSubmission;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.ClaimWithdrawal;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.commitment.CommitmentPages;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Placing;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.ReversalPage;
import org.fundtrail.gateway.frame.Signed;
import org.fundtrail.gateway.frame.SteppedPage;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.EntryView;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.report.Pdf;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** Claims: one funding officer records and submits one, another verifies it, an approver authorises it, an accountant pays. */
@Path("/claims")
@Produces(MediaType.TEXT_HTML)
public class ClaimPages
        implements ListedPage<ClaimView, ClaimFilter>, NewOnPage, ChangePage, SteppedPage, ReversalPage {
    private static final Set<ClaimStatus> ENDED =
            EnumSet.of(ClaimStatus.PAID, ClaimStatus.REJECTED, ClaimStatus.WITHDRAWN);

    private static final Fields<ClaimSubmission> SUBMISSION =
            Fields.of(ClaimSubmission.class, "claim-step", Field.day("on").optional());
    private static final Fields<ClaimAuthorisation> AUTHORISATION = Fields.of(
            ClaimAuthorisation.class,
            "claim-step",
            Field.radios("outcome", "outcome", Decision.Outcome.values()),
            Field.area("reason").optional(),
            Field.day("on").optional());
    private static final Fields<ClaimPayment> PAYMENT =
            Fields.of(ClaimPayment.class, "claim-step", Field.day("paidOn"), Field.text("bankReference"));
    private static final Fields<ClaimClockChange> CLOCK = Fields.of(
            ClaimClockChange.class,
            "claim-step",
            Field.radios("action", "clock", ClaimClockChange.Action.values()),
            Field.area("reason").optional(),
            Field.day("on").optional());
    private static final Fields<ClaimWithdrawal> WITHDRAWAL = Fields.of(
            ClaimWithdrawal.class,
            "claim-step",
            Field.area("reason"),
            Field.day("on").optional());

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance detail(
                ClaimView claim,
                String next,
                boolean isOpen,
                List<Check> checks,
                List<RecoveryView> recoveries,
                List<RecoveryView> offsets,
                History history,
                Form form,
                String done);

        static native TemplateInstance pdf(
                ClaimView claim,
                AllocationView allocation,
                ProjectView project,
                List<EntryView> steps,
                List<Signed> signed,
                String code);
    }

    private final ClaimClient claims;
    private final AllocationClient allocations;
    private final ProjectClient projects;
    private final ClaimRecoveries recoveries;
    private final ClaimForm form;
    private final FormFlow flow;
    private final History.Reader histories;

    ClaimPages(
            @RestClient ClaimClient claims,
            @RestClient AllocationClient allocations,
            @RestClient ProjectClient projects,
            ClaimRecoveries recoveries,
            ClaimForm form,
            FormFlow flow,
            History.Reader histories) {
        this.claims = claims;
        this.allocations = allocations;
        this.projects = projects;
        this.recoveries = recoveries;
        this.form = form;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.CLAIM;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    // ── The list ──

    @Override
    public ListPage<ClaimView, ClaimFilter> list() {
        return ClaimList.LIST;
    }

    @Override
    public Page<ClaimView> read(Owner of, ClaimFilter filter, String after, int limit) {
        filter.allocation = of != null && of.kind() == FundingKind.ALLOCATION ? of.id() : null;
        filter.project = of != null && of.kind() == InfrastructureKind.PROJECT ? of.id() : null;
        return Services.funding(() -> claims.list(filter, after, limit));
    }

    @Override
    public Owner of() {
        return CommitmentPages.of(flow.view(), allocations, projects);
    }

    // ── Recording; a draft, and what was returned, can be changed ──

    @Override
    public Kind ownerKind() {
        return FundingKind.COMMITMENT;
    }

    @Override
    public Recording<?> recordingOn(String commitment) {
        return form.on(commitment);
    }

    @Override
    public Recording<?> changing(String id) {
        return form.changing(id);
    }

    // ── One claim ──

    @Override
    public Response detail(String id, Form form, String done) {
        var claim = claim(id);
        var language = flow.view().language();
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                claim,
                                next(claim),
                                !ENDED.contains(claim.status()),
                                checks(claim),
                                recoveries.of(claim.id()),
                                recoveries.offsetAgainst(claim.id()),
                                histories.of(kind(), claim.id()),
                                form,
                                Done.of(language, kind().type(), done, claim.status())));
    }

    private ClaimView claim(String id) {
        return Services.funding(() -> claims.read(id));
    }

    /** For whoever authorises it. */
    private List<Check> checks(ClaimView claim) {
        return claim.actions().contains("authorise") && claim.status() != ClaimStatus.REVERSAL_PROPOSED
                ? new ClaimChecks(claim, flow.view().language())
                        .of(Services.funding(
                                () -> allocations.read(claim.allocation().id().toString())))
                : List.of();
    }

    /** What happens with it next, and whether the reader is who does it. */
    private String next(ClaimView claim) {
        var isForReader =
                claim.actions().stream().anyMatch(List.of("submit", "verify", "authorise", "pay", "change")::contains);
        return Words.of(
                flow.view().language(),
                (isForReader ? "claim-you." : "claim-next.") + claim.status().name());
    }

    /** As a form to be printed, signed and kept. */
    @GET
    @Path("/{id}/claim.pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("id") String id) {
        var claim = claim(id);
        var html = Templates.pdf(
                        claim,
                        Services.funding(
                                () -> allocations.read(claim.allocation().id().toString())),
                        Services.infrastructure(
                                () -> projects.read(claim.project().id().toString())),
                        histories.of(kind(), claim.id()).fromTheFirst(),
                        Signed.of(claim.steps(), "SUBMIT", "VERIFY", "AUTHORISE", "PAY"),
                        flow.view().code())
                .setLocale(flow.view().language().locale())
                .render();
        return Pdf.answer("claim-" + claim.reference(), html);
    }

    // ── Its steps ──

    @Override
    public Placing placing(String id) {
        return path -> CostAsked.place(path, Lazy.of(() -> claim(id)));
    }

    @POST
    @Path("/{id}/submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return take(sent, id, "SUBMITTED", "submit_claim", SUBMISSION, claims::submit);
    }

    @POST
    @Path("/{id}/authorisation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response authorise(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = flow.view().form(sent);
        var outcome = form.value("outcome");
        var isYes = Decision.Outcome.APPROVED.name().equals(outcome);
        var ofReversal = isYes ? "PAYMENT_REVERSED" : "PAYMENT_STAYS";
        return take(
                sent,
                id,
                form.has("reversal") ? ofReversal : isYes ? "AUTHORISED" : outcome,
                "your_decision",
                AUTHORISATION,
                claims::authorise);
    }

    @POST
    @Path("/{id}/payment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return take(sent, id, "PAID", "pay_claim", PAYMENT, claims::pay);
    }

    @POST
    @Path("/{id}/clock")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response clock(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var isStopped = "STOP".equals(flow.view().form(sent).value("action"));
        return take(sent, id, isStopped ? "CLOCK_STOPPED" : "CLOCK_STARTED", "claim_clock", CLOCK, claims::clock);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return take(sent, id, "WITHDRAWN", "withdraw", WITHDRAWAL, claims::withdraw);
    }
}
