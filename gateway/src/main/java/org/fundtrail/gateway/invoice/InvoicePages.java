package org.fundtrail.gateway.invoice;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.common.StepTerms;
import org.fundtrail.gateway.contract.OnContract;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.ShortStep;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.invoice.InvoiceDecision;
import org.fundtrail.infrastructure.api.invoice.InvoiceDispute;
import org.fundtrail.infrastructure.api.invoice.InvoiceFilter;
import org.fundtrail.infrastructure.api.invoice.InvoiceMatch;
import org.fundtrail.infrastructure.api.invoice.InvoicePayment;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Invoices: one project officer records one, another matches it, an approver decides, an accountant pays. */
@Path("/invoices")
@Produces(MediaType.TEXT_HTML)
public class InvoicePages implements ListedPage<InvoiceView, InvoiceFilter>, NewOnPage, ChangePage, WithdrawalPage {
    private static final Set<InvoiceStatus> ENDED =
            EnumSet.of(InvoiceStatus.PAID, InvoiceStatus.REJECTED, InvoiceStatus.WITHDRAWN);

    private static final Fields<InvoiceMatch> MATCH = Fields.of(
            InvoiceMatch.class,
            "invoice-step",
            Field.record("certificate").optional(),
            Field.area("acceptance").optional());
    private static final Fields<InvoiceDecision> DECISION = Fields.of(
            InvoiceDecision.class,
            "invoice-step",
            Field.radios("outcome", "outcome", Decision.Outcome.values()),
            Field.area("reason").optional(),
            Field.money("eligible").orZero().optional(),
            Field.tick("anotherPaper"));
    private static final Fields<InvoicePayment> PAYMENT =
            Fields.of(InvoicePayment.class, "invoice-step", Field.day("paidOn"), Field.text("proof"));
    private static final Fields<InvoiceDispute> DISPUTE =
            Fields.of(InvoiceDispute.class, "invoice-step", Field.area("reason"));

    /**
     * What the page of one shows besides.
     *
     * @param certificates by which it can be accepted, for whoever matches it
     * @param next what happens with it next
     */
    public record Beside(
            ContractView contract, List<Option> certificates, List<Check> checks, String next, boolean isOpen) {
        /** The same among its steps, while there is one to come. */
        public String waits() {
            return isOpen ? next : null;
        }
    }

    @CheckedTemplate(basePath = "invoice")
    static class Templates {
        static native TemplateInstance detail(
                InvoiceView invoice, Beside beside, History history, Form form, String done);
    }

    private final InvoiceClient invoices;
    private final OnContract contracts;
    private final ProjectClient projects;
    private final InfrastructureRecords records;
    private final InvoiceForm form;
    private final InvoiceCertificates certificates;
    private final FormFlow flow;
    private final History.Reader histories;

    InvoicePages(
            @RestClient InvoiceClient invoices,
            OnContract contracts,
            @RestClient ProjectClient projects,
            @RestClient InfrastructureRecords records,
            InvoiceForm form,
            InvoiceCertificates certificates,
            FormFlow flow,
            History.Reader histories) {
        this.invoices = invoices;
        this.contracts = contracts;
        this.projects = projects;
        this.records = records;
        this.form = form;
        this.certificates = certificates;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.INVOICE;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    // ── The list ──

    @Override
    public ListPage<InvoiceView, InvoiceFilter> list() {
        return InvoiceList.PAGE;
    }

    @Override
    public Page<InvoiceView> read(Owner of, InvoiceFilter filter, String after, int limit) {
        filter.contract = of == null ? null : of.id();
        return Services.infrastructure(() -> invoices.list(filter, after, limit));
    }

    @Override
    public Owner of() {
        return contracts.asked();
    }

    // ── Recording; and what was returned can be changed and sent again ──

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.CONTRACT;
    }

    @Override
    public Recording<?> recordingOn(String contract) {
        return form.on(contract);
    }

    @Override
    public Recording<?> changing(String id) {
        return form.changing(id);
    }

    // ── One invoice ──

    @Override
    public Response detail(String id, Form form, String done) {
        var invoice = Services.infrastructure(() -> invoices.read(id));
        var history = histories.of(kind(), invoice.id());
        var contract = contracts.read(invoice.contract().id().toString());
        var offered = invoice.actions().contains("match") ? certificates.options(contract.id()) : List.<Option>of();
        var beside = new Beside(contract, offered, checks(invoice), next(invoice), !ENDED.contains(invoice.status()));
        fill(form, invoice);
        var language = flow.view().language();
        var said = "credit-note".equals(done)
                ? Words.of(language, "done.invoice.credit-note")
                : Done.of(language, kind().type(), done, invoice.status());
        return flow.view().show(form, Templates.detail(invoice, beside, history, form, said));
    }

    /** By what it was said to be accepted when it was recorded, until somebody types something else; and that it is no other paper. */
    private static void fill(Form form, InvoiceView invoice) {
        if (!form.isRefused() && invoice.actions().contains("decide") && invoice.override() != null) {
            form.with("anotherPaper", "false");
        }
        if (!form.isRefused() && invoice.actions().contains("match")) {
            form.with("acceptance", invoice.acceptance());
            if (invoice.certificate() != null) {
                form.with("certificate", invoice.certificate().id().toString());
            }
        }
    }

    /** For whoever matches or decides. */
    private List<Check> checks(InvoiceView invoice) {
        var project = invoice.contract().project().id().toString();
        return invoice.actions().stream().anyMatch(List.of("match", "decide")::contains)
                ? new InvoiceChecks(invoice, flow.view().language())
                        .of(Services.infrastructure(() -> projects.read(project)))
                : List.of();
    }

    /** What happens with it next, and whether the reader is who does it. */
    private String next(InvoiceView invoice) {
        var isForReader =
                invoice.actions().stream().anyMatch(List.of("match", "decide", "pay", "change", "resolve")::contains);
        return Words.of(
                flow.view().language(),
                (isForReader ? "invoice-you." : "invoice-next.")
                        + invoice.status().name());
    }

    /** How the service is told what was said in a step. */
    private interface Telling<T> {
        void tell(String id, String version, String key, T said);
    }

    private <T extends Record> Response step(
            String id,
            MultivaluedMap<String, String> sent,
            Fields<T> fields,
            Function<T, String> done,
            String title,
            Telling<T> telling) {
        var form = flow.view().form(sent);
        var said = fields.read(form);
        return take(
                form,
                id,
                ShortStep.on(this, id, done.apply(said), title, fields),
                () -> telling.tell(id, DecisionForm.version(form), form.key(), said));
    }

    @POST
    @Path("/{id}/match")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response match(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return step(id, sent, MATCH, match -> "MATCHED", "match_invoice", invoices::match);
    }

    @POST
    @Path("/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var asked = sent.containsKey("anotherPaper") ? DECISION : DECISION.without("anotherPaper");
        return step(id, sent, asked, decision -> String.valueOf(decision.outcome()), "your_decision", invoices::decide);
    }

    @POST
    @Path("/{id}/payment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return step(id, sent, PAYMENT, payment -> "PAID", "pay_invoice", invoices::pay);
    }

    @POST
    @Path("/{id}/dispute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response dispute(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return step(id, sent, DISPUTE, dispute -> "DISPUTED", "dispute_invoice", invoices::dispute);
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resolve(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = flow.view().form(sent);
        var step = new StepTerms("RESOLVE", form.optionalText("reason"), null);
        return take(
                form,
                id,
                ShortStep.on(this, id, "RECEIVED", "resolve_invoice", ShortStep.REASON),
                () -> records.take(kind().room(), id, DecisionForm.version(form), form.key(), step));
    }

    private Response take(Form form, String id, ShortStep step, Runnable send) {
        return flow.take(form, step, send, again -> detail(id, again, null));
    }
}
