package org.fundtrail.gateway.invoice;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.certificate.CertificateClient;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.certificate.CertificateFilter;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.invoice.InvoiceFilter;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;

/** The certificates by which an invoice can be accepted. */
@RequestScoped
class InvoiceCertificates {
    private static final int AT_ONCE = 200;
    private static final Set<InvoiceStatus> COUNTING = EnumSet.of(InvoiceStatus.APPROVED, InvoiceStatus.PAID);

    private final CertificateClient certificates;
    private final InvoiceClient invoices;
    private final View view;
    private final Map<UUID, List<Option>> known = new HashMap<>();

    InvoiceCertificates(@RestClient CertificateClient certificates, @RestClient InvoiceClient invoices, View view) {
        this.certificates = certificates;
        this.invoices = invoices;
        this.view = view;
    }

    /** The approved ones of a contract, the latest first, each with what is payable and what of that is not invoiced. */
    List<Option> options(UUID contract) {
        return known.computeIfAbsent(contract, this::read);
    }

    private List<Option> read(UUID contract) {
        var approved = new CertificateFilter();
        approved.contract = contract.toString();
        approved.status = ApprovalStatus.APPROVED.name();
        var all = Services.infrastructure(() -> Whole.list(after -> certificates.list(approved, after, AT_ONCE)));
        var invoiced = all.isEmpty() ? Map.<UUID, Money>of() : invoiced(contract);
        var left = left(
                all.stream().map(CertificateView::payable).toList(),
                all.stream()
                        .map(one -> invoiced.getOrDefault(one.id(), Money.zero()))
                        .toList());
        return IntStream.range(0, all.size())
                .mapToObj(n -> new Option(all.get(n).id().toString(), label(all.get(n), left.get(n))))
                .toList();
    }

    /**
     * What of each is not invoiced: what one below zero takes back is that of those before it, of the latest first.
     *
     * @param payable by each, the latest first
     * @param invoiced of each, in the same order
     */
    static List<Money> left(List<Money> payable, List<Money> invoiced) {
        var left = new ArrayList<Money>();
        for (int n = 0; n < payable.size(); n++) {
            left.add(payable.get(n).minus(invoiced.get(n)).max(Money.zero()));
        }
        for (int n = payable.size() - 1; n >= 0; n--) {
            var rest = Money.zero().minus(payable.get(n)).max(Money.zero());
            for (int before = n + 1; before < left.size(); before++) {
                var part = rest.min(left.get(before));
                left.set(before, left.get(before).minus(part));
                rest = rest.minus(part);
            }
        }
        return left;
    }

    /** What of each certificate approved invoices use, less what credit notes gave back. */
    private Map<UUID, Money> invoiced(UUID contract) {
        var of = new InvoiceFilter();
        of.contract = contract.toString();
        var invoiced = new HashMap<UUID, Money>();
        Services.infrastructure(() -> Whole.list(after -> invoices.list(of, after, AT_ONCE))).stream()
                .filter(invoice -> invoice.certificate() != null && COUNTING.contains(invoice.status()))
                .forEach(invoice -> invoiced.merge(
                        invoice.certificate().id(), invoice.gross().minus(invoice.credited()), Money::plus));
        return invoiced;
    }

    private String label(CertificateView certificate, Money left) {
        var language = view.language();
        return Words.say(
                language,
                "certificate-payable",
                Map.of(
                        "number", certificate.number(),
                        "day", certificate.periodTo().toString(),
                        "payable", language.money(certificate.payable()),
                        "left", language.money(left)));
    }
}
