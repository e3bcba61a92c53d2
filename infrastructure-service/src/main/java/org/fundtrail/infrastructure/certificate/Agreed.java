package org.fundtrail.infrastructure.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters.Release;
import org.fundtrail.infrastructure.api.contract.Recovery;
import org.fundtrail.infrastructure.api.contract.Retention;
import org.fundtrail.infrastructure.api.contract.VatRegime;

/** The parameters of a computation as they are kept. */
@Embeddable
class Agreed {
    @Column(name = "parameters_net")
    private BigDecimal net;

    @Column(name = "parameters_retention_rate")
    private BigDecimal retentionRate;

    @Column(name = "parameters_retention_limit")
    private BigDecimal retentionLimit;

    @Enumerated(EnumType.STRING)
    @Column(name = "parameters_released")
    private Release released;

    @Column(name = "parameters_advance")
    private BigDecimal advance;

    @Column(name = "parameters_recovery_start")
    private BigDecimal recoveryStart;

    @Column(name = "parameters_recovery_rate")
    private BigDecimal recoveryRate;

    @Enumerated(EnumType.STRING)
    @Column(name = "parameters_vat")
    private VatRegime vat;

    @Column(name = "parameters_vat_rate")
    private BigDecimal vatRate;

    protected Agreed() {}

    Agreed(CertificateParameters by) {
        net = by.net().amount();
        retentionRate = by.retention() == null ? null : by.retention().rate();
        retentionLimit = by.retention() == null || by.retention().limit() == null
                ? null
                : by.retention().limit().amount();
        released = by.released();
        advance = by.advance().amount();
        recoveryStart = by.recovery() == null ? null : by.recovery().start();
        recoveryRate = by.recovery() == null ? null : by.recovery().rate();
        vat = by.vat();
        vatRate = by.vatRate();
    }

    CertificateParameters parameters() {
        return new CertificateParameters(
                Money.eur(net),
                retentionRate == null
                        ? null
                        : new Retention(
                                retentionRate.stripTrailingZeros(),
                                retentionLimit == null ? null : Money.eur(retentionLimit)),
                released,
                Money.eur(advance),
                recoveryRate == null
                        ? null
                        : new Recovery(recoveryStart.stripTrailingZeros(), recoveryRate.stripTrailingZeros()),
                vat,
                vatRate.stripTrailingZeros());
    }

    /** What an entry says of it. */
    Object[] facts() {
        return new Object[] {
            "parameters.net", net.toPlainString(),
            "parameters.retention.rate", retentionRate,
            "parameters.retention.limit", retentionLimit == null ? null : retentionLimit.toPlainString(),
            "parameters.released", released,
            "parameters.advance", advance.toPlainString(),
            "parameters.recovery.start", recoveryStart,
            "parameters.recovery.rate", recoveryRate,
            "parameters.vat", vat,
            "parameters.vatRate", vatRate
        };
    }
}
