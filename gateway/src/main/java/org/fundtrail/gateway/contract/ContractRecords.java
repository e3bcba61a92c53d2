package org.fundtrail.gateway.contract;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.security.SecurityView;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorView;
import org.fundtrail.infrastructure.api.variation.VariationView;

/** What belongs to a contract, asked for all at once. */
public record ContractRecords(
        Page<VariationView> variations,
        Page<SecurityView> securities,
        Page<SubcontractorView> subcontractors,
        Page<CertificateView> certificates,
        Page<InvoiceView> invoices) {
    private static final int MOST = 200;
    private static final int INVOICES = 50;

    static ContractRecords of(ContractRecordsClient client, String contract) {
        return Services.infrastructure(() -> Uni.combine()
                .all()
                .unis(
                        client.variations(contract, MOST),
                        client.securities(contract, MOST),
                        client.subcontractors(contract, MOST),
                        client.certificates(contract, MOST),
                        client.invoices(contract, INVOICES))
                .with(ContractRecords::new)
                .await()
                .indefinitely());
    }

    /** Its certificates alone. */
    public static List<CertificateView> certificates(ContractRecordsClient client, String contract) {
        return Services.infrastructure(
                () -> client.certificates(contract, MOST).await().indefinitely().items());
    }

    /** Of how many subcontractors it is not said who owns them, though it should be. */
    public long ownersMissing() {
        return subcontractors.items().stream()
                .filter(SubcontractorView::ownersMissing)
                .count();
    }
}
