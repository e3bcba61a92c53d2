package org.fundtrail.gateway.receipt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Xlsx;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.receipt.ReceiptFilter;
import org.fundtrail.funding.api.receipt.ReceiptRefusal;
import org.fundtrail.funding.api.receipt.ReceiptStatus;
import org.fundtrail.funding.api.receipt.ReceiptTerms;
import org.fundtrail.funding.api.receipt.ReceiptType;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.Narrowed;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.Services;

/** Money that arrived on an allocation: an officer records it, an accountant confirms or refuses it. */
@Path("/receipts")
@Produces(MediaType.TEXT_HTML)
public class ReceiptPages {

    @CheckedTemplate(basePath = "receipt")
    static class Templates {
        static native TemplateInstance detail(ReceiptView receipt, History history, Form form, String done);
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
    private final FundingRecords funding;
    private final FormFlow flow;
    private final History.Reader histories;
    private final View view;

    ReceiptPages(
            @RestClient AllocationClient allocations,
            @RestClient ReceiptClient receipts,
            @RestClient FundingRecords funding,
            FormFlow flow,
            History.Reader histories,
            View view) {
        this.allocations = allocations;
        this.receipts = receipts;
        this.funding = funding;
        this.flow = flow;
        this.histories = histories;
        this.view = view;
    }

    /** All of them, those of one record, or with a day what counted by then: what a figure of the position is made of. */
    @GET
    public Response list(@QueryParam("allocation") String allocation) {
        var of = of(allocation);
        return LIST.asked(view).of(of).page(reading(of));
    }

    @GET
    @Path("/receipts.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    public Response file(@PathParam("type") String type, @QueryParam("allocation") String allocation) {
        return LIST.asked(view).file(type, reading(of(allocation)));
    }

    private ListPage.Reading<ReceiptView, ReceiptFilter> reading(Narrowed of) {
        return (filter, after, limit) -> Services.funding(
                () -> of == null ? receipts.list(filter, after, limit) : receipts.of(of.id(), filter, after, limit));
    }

    /** The record to which the list is narrowed, or null. */
    private Narrowed of(String allocation) {
        if (allocation == null || allocation.isBlank()) {
            return null;
        }
        var of = Services.funding(() -> allocations.read(allocation));
        return new Narrowed(
                of.reference(), "/allocations/" + of.id(), "allocation", of.id().toString());
    }

    @GET
    @Path("/new")
    public Response ask(@QueryParam("allocation") String allocation) {
        if (allocation == null || allocation.isBlank()) {
            return View.to("/allocations"); // of which one is chosen there
        }
        return flow.start(form -> ask(shortForm(form, allocation), allocation));
    }

    @POST
    @Path("/new/{allocation}/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(
            @PathParam("allocation") String allocation,
            @PathParam("to") String to,
            MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var s = shortForm(form, allocation);
        return flow.go(
                to,
                s,
                () -> read(form, Services.funding(() -> allocations.read(allocation))),
                () -> ask(s, allocation),
                terms -> Services.validate(
                        Services.FUNDING, () -> funding.validate("allocations", allocation, "receipts", terms)),
                terms -> FIELDS.answers(view.language(), terms, Map.of()),
                request -> "/receipts/"
                        + Services.send(Services.FUNDING, () -> receipts.record(allocation, form.key(), request))
                                .id()
                        + "?done=recorded");
    }

    @GET
    @Path("/new/{allocation}/{to}")
    public Response resume(@PathParam("allocation") String allocation, @PathParam("to") String to) {
        return flow.resume(
                "/receipts/new?allocation=" + Links.encoded(allocation), sent -> record(allocation, to, sent));
    }

    private ReceiptTerms read(Form form, AllocationView allocation) {
        var request = FIELDS.read(form);
        if (!form.isRefused()
                && request.valueDate().isBefore(allocation.decision().date())) {
            form.note(Words.say(
                    view.language(),
                    "note.before-decision",
                    Map.of("day", allocation.decision().date().toString())));
        }
        return request;
    }

    private Response ask(ShortForm s, String id) {
        var decision = Services.funding(() -> allocations.read(id)).decision();
        var decided = Words.say(
                view.language(), "hint.decided", Map.of("day", decision.date().toString()));
        return flow.ask(s, FIELDS, Map.of(), Map.of("valueDate", decided), null);
    }

    private ShortForm shortForm(Form form, String allocation) {
        var recorded = Services.funding(() -> allocations.read(allocation));
        return new ShortForm(
                form,
                "/receipts/new/" + recorded.id(),
                Words.of(view.language(), "title.record-receipt"),
                recorded.reference(),
                "/allocations/" + recorded.id(),
                Words.of(view.language(), "back.allocation"));
    }

    @GET
    @Path("/{id}")
    public Response detail(@PathParam("id") String id) {
        return detail(id, Form.empty(view.language()), view.done());
    }

    private Response detail(String id, Form form, String done) {
        var receipt = Services.funding(() -> receipts.read(id));
        var history = histories.funding(id);
        return view.show(
                form,
                Templates.detail(receipt, history, form, Done.of(view.language(), "receipt", done, receipt.status())));
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        return flow.take(
                form,
                Services.FUNDING,
                "/receipts/" + id,
                "CONFIRMED",
                () -> receipts.confirm(id, DecisionForm.version(form), form.key(), Map.of()),
                again -> detail(id, again, null));
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var reason = form.text("reason");
        return flow.take(
                form,
                Services.FUNDING,
                "/receipts/" + id,
                "REFUSED",
                () -> receipts.refuse(id, DecisionForm.version(form), form.key(), new ReceiptRefusal(reason)),
                again -> detail(id, again, null));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return flow.withdraw(sent, Services.FUNDING, funding, "receipts", id, form -> detail(id, form, null));
    }
}
