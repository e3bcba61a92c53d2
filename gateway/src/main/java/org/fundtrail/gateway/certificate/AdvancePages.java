package org.fundtrail.gateway.certificate;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.contract.ContractClient;
import org.fundtrail.gateway.contract.ContractPages;
import org.fundtrail.gateway.contract.ContractRecords;
import org.fundtrail.gateway.contract.ContractRecordsClient;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.certificate.CertificateTerms;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Certificate 0 of a contract, of the advance that it agrees on: it says nothing but its number and its day. */
@Path("/certificates/advance")
@Produces(MediaType.TEXT_HTML)
public class AdvancePages implements NewOnPage {
    private static final Fields<CertificateTerms> FIELDS = Fields.of(
            CertificateTerms.class,
            "advance",
            Field.text("number").needed("certificateNumber"),
            Field.day("periodTo").optional());

    private final ContractClient contracts;
    private final ContractRecordsClient records;
    private final CertificateClient certificates;
    private final CertificatePreview preview;
    private final FormFlow flow;

    AdvancePages(
            @RestClient ContractClient contracts,
            @RestClient ContractRecordsClient records,
            @RestClient CertificateClient certificates,
            CertificatePreview preview,
            FormFlow flow) {
        this.contracts = contracts;
        this.records = records;
        this.certificates = certificates;
        this.preview = preview;
        this.flow = flow;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.CONTRACT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var contract = Lazy.of(() -> Services.infrastructure(() -> contracts.read(id)));
        return flow.of(InfrastructureKind.CERTIFICATE, FIELDS)
                .by("project-officer")
                .on(ownerKind(), id, () -> ContractPages.owner(contract.get()), "/certificates/advance/new/" + id)
                .open(() ->
                        ContractPages.canBeginWithAdvance(contract.get(), ContractRecords.certificates(records, id)))
                .beginningWith(form -> form.with("number", "0"))
                .telling(form -> Map.of("advance", true))
                .showing(terms -> preview.of(id, terms))
                .sending((key, terms) -> certificates.record(id, key, terms).id());
    }
}
