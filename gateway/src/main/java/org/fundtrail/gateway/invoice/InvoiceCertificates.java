package org.fundtrail.gateway.invoice;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.gateway.certificate.CertificateClient;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.certificate.CertificateFilter;
import org.fundtrail.infrastructure.api.certificate.CertificateView;

/** The certificates by which an invoice can be accepted. */
@RequestScoped
class InvoiceCertificates {
    private static final int MOST = 200;

    private final CertificateClient certificates;
    private final View view;

    InvoiceCertificates(@RestClient CertificateClient certificates, View view) {
        this.certificates = certificates;
        this.view = view;
    }

    /** The approved ones of a contract, the latest first. */
    List<Option> options(UUID contract) {
        var approved = new CertificateFilter();
        approved.contract = contract.toString();
        approved.status = ApprovalStatus.APPROVED.name();
        return Services.infrastructure(() -> certificates.list(approved, null, MOST)).items().stream()
                .map(one -> new Option(one.id().toString(), label(one)))
                .toList();
    }

    private String label(CertificateView certificate) {
        var language = view.language();
        return Words.say(
                language,
                "certificate-payable",
                Map.of(
                        "number", certificate.number(),
                        "day", language.date(certificate.periodTo()),
                        "payable", language.money(certificate.payable())));
    }
}
