package org.fundtrail.infrastructure.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Certificates wait for an approver; the amount is what is payable, with VAT. */
@ApplicationScoped
class CertificateKind implements RecordKind {
    private final Certificates certificates;
    private final CostLines costLines;
    private final Steps steps;
    private final Persons persons;

    CertificateKind(Certificates certificates, CostLines costLines, Steps steps, Persons persons) {
        this.certificates = certificates;
        this.costLines = costLines;
        this.steps = steps;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "certificate";
    }

    @Override
    public Step[] steps() {
        return CertificateStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(certificates.find(id, reader), reader);
    }

    CertificateView view(Certificate certificate, Caller reader) {
        return views(List.of(certificate), reader).get(certificate.id());
    }

    /** What is shown of them, by id. */
    Map<UUID, CertificateView> views(Collection<Certificate> all, Caller reader) {
        var named = costLines.refs(all.stream()
                .flatMap(one -> one.rows().stream())
                .map(CertificateRow::row)
                .collect(Collectors.toSet()));
        return steps.views(all, (one, life) -> one.view(named, life, persons, reader));
    }

    @Override
    public String waiting() {
        return """
                SELECT 'certificate' AS type, r.id, r.reference, 'contract' AS parent_type, c.id AS parent_id, c.reference AS parent_reference,
                    r.payable AS amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.status,
                    (SELECT i.name FROM journal.identity i WHERE i.id = c.contractor_id) AS purpose
                FROM infrastructure.certificate r JOIN infrastructure.contract c ON c.id = r.contract_id""";
    }

    /** Later ones are: of those of a contract only the last is reversed, that of the advance before works were certified after it. */
    @Override
    public String builtOn() {
        return """
                SELECT b.id AS built_on, r.reference FROM infrastructure.certificate b JOIN infrastructure.certificate r ON r.contract_id = b.contract_id
                WHERE r.id <> b.id AND (r.status = 'PROPOSED' OR r.n IS NOT NULL)
                    AND (r.follows_id = b.id OR r.n > b.n OR b.advance AND r.parameters_advance > 0)""";
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'certificate' AS type, r.id, r.reference, NULL AS title, NULL AS title_lt, NULL AS party, 'contract' AS parent_type,
                    c.id AS parent_id, c.reference AS parent_reference, r.payable AS amount, r.currency, r.status, r.recorded_at
                FROM infrastructure.certificate r JOIN infrastructure.contract c ON c.id = r.contract_id""", "r.reference", List.of(List.of("r.reference")), List.of("r.payable", "r.net"));
    }
}
