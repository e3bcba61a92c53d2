package org.fundtrail.gateway.invoice;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.invoice.CreditNoteTerms;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Credit notes of approved invoices; they are read on the page of their invoice. */
@Path("/credit-notes")
@Produces(MediaType.TEXT_HTML)
public class CreditNotePages implements NewOnPage {
    private static final Fields<CreditNoteTerms> FIELDS = Fields.of(
            CreditNoteTerms.class,
            "credit-note",
            Field.text("number"),
            Field.day("issuedOn"),
            Field.money("net"),
            Field.money("vat").orZero(),
            Field.money("gross"),
            Field.area("reason"));

    private final InvoiceClient invoices;
    private final FormFlow flow;

    CreditNotePages(@RestClient InvoiceClient invoices, FormFlow flow) {
        this.invoices = invoices;
        this.flow = flow;
    }

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.INVOICE;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var invoice = Lazy.of(() -> Services.infrastructure(() -> invoices.read(id)));
        return flow.of(InfrastructureKind.CREDIT_NOTE, FIELDS)
                .by("project-officer")
                .on(
                        ownerKind(),
                        id,
                        () -> Owner.of(
                                ownerKind(), invoice.get().id(), invoice.get().number()))
                .validatedAs("credit")
                .open(() -> invoice.get().actions().contains("credit"))
                .under(() -> left(invoice.get()))
                .sendingToOwner((key, terms) -> invoices.credit(id, key, terms));
    }

    private String left(InvoiceView invoice) {
        var language = flow.view().language();
        var left = invoice.gross().minus(invoice.credited());
        return Words.say(language, "credit_at_most", Map.of("left", language.money(left)));
    }
}
