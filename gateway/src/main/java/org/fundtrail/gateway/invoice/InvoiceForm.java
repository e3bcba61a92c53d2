package org.fundtrail.gateway.invoice;

import jakarta.enterprise.context.RequestScoped;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.contract.ContractClient;
import org.fundtrail.gateway.contract.ContractPages;
import org.fundtrail.gateway.costline.LinesOfProject;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.invoice.InvoiceFilter;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.invoice.InvoiceTerms;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** The form by which an invoice is recorded on a contract, or one that came back is changed. */
@RequestScoped
class InvoiceForm {
    private static final int NEAR = 30;
    private static final Set<InvoiceStatus> COUNTS =
            EnumSet.complementOf(EnumSet.of(InvoiceStatus.REJECTED, InvoiceStatus.WITHDRAWN));

    private static final Fields<InvoiceTerms> FIELDS = Fields.of(
            InvoiceTerms.class,
            "invoice",
            Field.text("number"),
            Field.text("supplier.name").wide(),
            Field.text("supplier.identifier"),
            Field.day("issuedOn"),
            Field.money("net"),
            Field.money("vat").orZero(),
            Field.money("gross"),
            Field.record("certificate").optional(),
            Field.record("costLine").optional(),
            Field.area("acceptance").optional(),
            Field.area("override.reason").optional());

    private final ContractClient contracts;
    private final LinesOfProject lines;
    private final InvoiceCertificates certificates;
    private final InvoiceClient invoices;
    private final FormFlow flow;

    InvoiceForm(
            @RestClient ContractClient contracts,
            LinesOfProject lines,
            InvoiceCertificates certificates,
            @RestClient InvoiceClient invoices,
            FormFlow flow) {
        this.contracts = contracts;
        this.lines = lines;
        this.certificates = certificates;
        this.invoices = invoices;
        this.flow = flow;
    }

    /** On this contract. */
    Recording<?> on(String id) {
        var contract = Lazy.of(() -> contract(id));
        return form(contract)
                .on(InfrastructureKind.CONTRACT, id, () -> ContractPages.owner(contract.get()))
                .of(null) // its address at the service is its own
                .open(() -> contract.get().actions().contains("record-invoice"))
                .telling(form -> Map.of("contract", id))
                .beginningWith(form -> form.with(
                                "supplier.name", contract.get().contractor().name())
                        .with("supplier.identifier", contract.get().contractor().identifier()))
                .like(
                        this::read,
                        "number",
                        "issuedOn",
                        "net",
                        "vat",
                        "gross",
                        "certificate",
                        "acceptance",
                        "override.reason")
                .sending((key, terms) -> invoices.record(key, terms).id());
    }

    /** Of what was returned; it stays on its contract. */
    Recording<?> changing(String id) {
        var invoice = Lazy.of(() -> read(id));
        var contract = Lazy.of(() -> contract(invoice.get().contract().id().toString()));
        return form(contract)
                .telling(
                        form -> Map.of("contract", invoice.get().contract().id().toString()))
                .changing(
                        id,
                        () -> invoice.get().number(),
                        () -> read(id),
                        (form, terms) -> invoices.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> invoice.get().actions().contains("change"));
    }

    private Recording<InvoiceTerms> form(Supplier<ContractView> contract) {
        return flow.of(InfrastructureKind.INVOICE, FIELDS)
                .by("project-officer")
                .only(() -> asked(contract.get()))
                .offering(() -> Map.of(
                        "certificate",
                        certificates.options(contract.get().id()),
                        "costLine",
                        lines.options(contract.get().project().id().toString())))
                .noting(this::similar);
    }

    /** A certificate where there is one, else what is kept elsewhere; a cost line where the contract is on none. */
    private List<String> asked(ContractView contract) {
        var isCertified =
                contract.terms() != null || !certificates.options(contract.id()).isEmpty();
        var isOnLines =
                contract.costLine() != null || contract.schedule().stream().anyMatch(line -> line.costLine() != null);
        return FIELDS.without(isCertified ? "acceptance" : "certificate", isOnLines ? "costLine" : "")
                .paths();
    }

    private ContractView contract(String id) {
        return Services.infrastructure(() -> contracts.read(id));
    }

    private InvoiceView read(String id) {
        return Services.infrastructure(() -> invoices.read(id));
    }

    /** Says which others of the supplier have the same amount and nearly the same day; without an answer nothing. */
    private void similar(Form form, InvoiceTerms terms) {
        var alike = new InvoiceFilter();
        alike.gross = terms.gross().amount().toPlainString();
        var language = flow.view().language();
        try {
            Services.infrastructure(() -> invoices.list(alike, null, 200)).items().stream()
                    .filter(other -> isNear(other, terms))
                    .forEach(other -> form.note(Words.say(
                            language,
                            "note.similar-invoice",
                            Map.of(
                                    "number", other.number(),
                                    "day", other.issuedOn().toString(),
                                    "contract", other.contract().reference(),
                                    "amount", language.money(other.gross())))));
        } catch (Refusal unavailable) {
            // only helps
        }
    }

    /** Of one supplier, within thirty days, of another number, and neither rejected nor withdrawn: as the service compares them. */
    static boolean isNear(InvoiceView other, InvoiceTerms terms) {
        return COUNTS.contains(other.status())
                && Math.abs(ChronoUnit.DAYS.between(other.issuedOn(), terms.issuedOn())) <= NEAR
                && plain(other.supplier().identifier())
                        .equals(plain(terms.supplier().identifier()))
                && !plain(other.number()).equals(plain(terms.number()));
    }

    /** Its letters and digits alone; nothing of a supplier who was erased. */
    private static String plain(String said) {
        return said == null ? "" : said.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
