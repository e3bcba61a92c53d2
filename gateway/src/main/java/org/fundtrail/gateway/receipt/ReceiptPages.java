package org.fundtrail.gateway.receipt;

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
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.receipt.ReceiptFilter;
import org.fundtrail.funding.api.receipt.ReceiptRefusal;
import org.fundtrail.funding.api.receipt.ReceiptStatus;
import org.fundtrail.funding.api.receipt.ReceiptTerms;
import org.fundtrail.funding.api.receipt.ReceiptType;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.allocation.AllocationPages;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.ReversalPage;
import org.fundtrail.gateway.frame.ShortStep;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.services.Services;

/** Money that arrived on an allocation: an officer records it, an accountant confirms or refuses it. */
@Path("/receipts")
@Produces(MediaType.TEXT_HTML)
public class ReceiptPages implements ListedPage<ReceiptView, ReceiptFilter>, NewOnPage, WithdrawalPage, ReversalPage {

    @CheckedTemplate(basePath = "receipt")
    static class Templates {
        static native TemplateInstance detail(
                ReceiptView receipt, List<Check> checks, History history, Form form, String done);
    }

    private static final ListPage<ReceiptView, ReceiptFilter> LIST = ListPage.<ReceiptView, ReceiptFilter>of(
                    FundingKind.RECEIPT, "type.receipt", ReceiptFilter::new, "recordedAt", (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.receipts", (f, text) -> f.q = text),
                    Filter.one("status", "receipt.status", ReceiptStatus.values(), (f, one) -> f.status = one),
                    Filter.asOf((f, day) -> f.asOf = day))
            .with(
                    Column.record("bankReference", "receipts", ReceiptView::id, ReceiptView::bankReference),
                    Column.record(
                            "allocation",
                            "allocations",
                            r -> r.allocation().id(),
                            r -> r.allocation().reference()),
                    Column.<ReceiptView>label("receiptKind", ReceiptView::kind).inFiles(),
                    Column.day("valueDate", ReceiptView::valueDate).sorted("valueDate"),
                    Column.money("amount", ReceiptView::counted, ReceiptView::amount)
                            .sorted("amount"),
                    Column.money("counted", ReceiptView::counted).inFiles(),
                    Column.<ReceiptView>text("currency", r -> r.amount().currency())
                            .inFiles(),
                    Column.status("receipt", ReceiptView::status),
                    Column.<ReceiptView>text("recordedBy", r -> r.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", ReceiptView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<ReceiptView>text(
                                    "decidedBy",
                                    r -> r.decidedBy() == null
                                            ? null
                                            : r.decidedBy().name())
                            .inFiles(),
                    Column.<ReceiptView>text("id", r -> r.id().toString()).inFiles());

    private static final Fields<ReceiptTerms> FIELDS = Fields.of(
            ReceiptTerms.class,
            "receipt",
            Field.radios("kind", "receiptKind", ReceiptType.values()),
            Field.money("amount"),
            Field.day("valueDate"),
            Field.text("bankReference"));

    private final AllocationClient allocations;
    private final ReceiptClient receipts;
    private final FormFlow flow;
    private final History.Reader histories;

    ReceiptPages(
            @RestClient AllocationClient allocations,
            @RestClient ReceiptClient receipts,
            FormFlow flow,
            History.Reader histories) {
        this.allocations = allocations;
        this.receipts = receipts;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.RECEIPT;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public ListPage<ReceiptView, ReceiptFilter> list() {
        return LIST;
    }

    @Override
    public Page<ReceiptView> read(Owner of, ReceiptFilter filter, String after, int limit) {
        return Services.funding(
                () -> of == null ? receipts.list(filter, after, limit) : receipts.of(of.id(), filter, after, limit));
    }

    @Override
    public Owner of() {
        return Owner.asked(flow.view(), ownerKind(), id -> AllocationPages.owner(allocation(id)));
    }

    @Override
    public Kind ownerKind() {
        return FundingKind.ALLOCATION;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var allocation = Lazy.of(() -> allocation(id));
        var language = flow.view().language();
        return flow.of(kind(), FIELDS)
                .by("funding-officer")
                .on(ownerKind(), id, () -> AllocationPages.owner(allocation.get()))
                .open(() -> AllocationPages.takes(allocation.get(), "record-receipt"))
                .like(one -> Services.funding(() -> receipts.read(one)), "bankReference")
                .hinting(() -> Map.of("valueDate", Words.say(language, "hint.decided", decided(allocation.get()))))
                .noting((form, terms) -> {
                    if (terms.valueDate().isBefore(allocation.get().decision().date())) {
                        form.note(Words.say(language, "note.before-decision", decided(allocation.get())));
                    }
                })
                .sending((key, terms) -> receipts.record(id, key, terms).id());
    }

    private static Map<String, String> decided(AllocationView allocation) {
        return Map.of("day", allocation.decision().date().toString());
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var receipt = Services.funding(() -> receipts.read(id));
        var checks = receipt.actions().contains("confirm") ? checks(receipt) : List.<Check>of();
        var history = histories.of(kind(), receipt.id());
        var said = Done.of(flow.view().language(), kind().type(), done, receipt.status());
        return flow.view().show(form, Templates.detail(receipt, checks, history, form, said));
    }

    private List<Check> checks(ReceiptView receipt) {
        var alike = new ReceiptFilter();
        alike.reference = receipt.bankReference();
        return new ReceiptChecks(receipt, flow.view().language())
                .of(
                        allocation(receipt.allocation().id().toString()),
                        Services.funding(() -> receipts.list(alike, null, 50)));
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = flow.view().form(sent);
        return flow.take(
                form,
                ShortStep.on(this, id, "CONFIRMED", "confirm_receipt", ShortStep.NOTHING),
                () -> receipts.confirm(id, DecisionForm.version(form), form.key(), Map.of()),
                again -> detail(id, again, null));
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = flow.view().form(sent);
        var refusal = new ReceiptRefusal(form.text("reason"));
        return flow.take(
                form,
                ShortStep.on(this, id, "REFUSED", "refuse_receipt", ShortStep.REASON),
                () -> receipts.refuse(id, DecisionForm.version(form), form.key(), refusal),
                again -> detail(id, again, null));
    }

    private AllocationView allocation(String id) {
        return Services.funding(() -> allocations.read(id));
    }
}
