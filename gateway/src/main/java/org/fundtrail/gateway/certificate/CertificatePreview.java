package org.fundtrail.gateway.certificate;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.certificate.CertificateTerms;

/** What a certificate would come to, for whoever checks what they typed before it is recorded. */
@RequestScoped
class CertificatePreview {
    private final CertificateClient certificates;
    private final View view;

    CertificatePreview(@RestClient CertificateClient certificates, View view) {
        this.certificates = certificates;
        this.view = view;
    }

    /** The computation line by line; nothing where it is refused, which is said when it is recorded. */
    List<Answer> of(String contract, CertificateTerms terms) {
        var language = view.language();
        try {
            return Computed.of(Services.infrastructure(() -> certificates.preview(contract, terms)), language).stream()
                    .map(line -> line.answer(language))
                    .toList();
        } catch (Refused refused) {
            return List.of();
        }
    }
}
