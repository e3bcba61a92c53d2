package org.fundtrail.infrastructure.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.certificate.CertificateRowView;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** What an approved certificate moved in a row of the cost report, as it is kept. */
@Embeddable
public class CertificateRow {
    @Column(name = "row_id")
    private UUID row;

    private BigDecimal certified;
    private BigDecimal retained;
    private BigDecimal recovered;
    private BigDecimal net;
    private BigDecimal vat;

    protected CertificateRow() {}

    CertificateRow(UUID row, Shares shares) {
        this.row = row;
        certified = shares.certified().of(row).amount();
        retained = shares.retained().of(row).amount();
        recovered = shares.recovered().of(row).amount();
        net = shares.net().of(row).amount();
        vat = shares.vat().of(row).amount();
    }

    /** The cost line, or the project for what has none. */
    public UUID row() {
        return row;
    }

    Money certified() {
        return Money.eur(certified);
    }

    /** What is payable of it, without VAT: below zero where the certificate takes back. */
    public Money net() {
        return Money.eur(net);
    }

    /** VAT on that. */
    public Money vat() {
        return Money.eur(vat);
    }

    /**
     * What it added to what its row comes to.
     *
     * @param ofAdvance whether it is of certificate 0, which pays what is to be recovered
     * @param certifiedVat VAT on what it certified
     */
    Reclassified.Whole whole(boolean ofAdvance, Money certifiedVat) {
        return new Reclassified.Whole(
                net(),
                Money.eur(certified),
                certifiedVat,
                Money.eur(retained),
                ofAdvance ? Money.zero().minus(net()) : Money.eur(recovered));
    }

    CertificateRowView view(Map<UUID, CostLineRef> names) {
        return new CertificateRowView(
                names.get(row),
                Money.eur(certified),
                Money.eur(retained),
                Money.eur(recovered),
                Money.eur(net),
                Money.eur(vat));
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("rowId", row.toString());
        facts.put("certified", certified.toPlainString());
        facts.put("retained", retained.toPlainString());
        facts.put("recovered", recovered.toPlainString());
        facts.put("net", net.toPlainString());
        facts.put("vat", vat.toPlainString());
        return facts;
    }
}
