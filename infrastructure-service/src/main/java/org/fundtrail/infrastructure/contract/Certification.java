package org.fundtrail.infrastructure.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.contract.CertificationTerms;
import org.fundtrail.infrastructure.api.contract.Recovery;
import org.fundtrail.infrastructure.api.contract.Retention;
import org.fundtrail.infrastructure.api.contract.VatRegime;
import org.fundtrail.infrastructure.api.security.SecurityKind;

/** How the certificates of a contract are computed, as it is kept: with what holds where nothing was said (FIDIC 1999, clause 14). */
@Embeddable
class Certification {
    private static final BigDecimal START = new BigDecimal("0.10");
    private static final BigDecimal RATE = new BigDecimal("0.25");

    @Column(name = "terms_retention_rate")
    private BigDecimal retentionRate;

    @Column(name = "terms_retention_limit")
    private BigDecimal retentionLimit;

    @Column(name = "terms_advance")
    private BigDecimal advance;

    @Column(name = "terms_recovery_start")
    private BigDecimal recoveryStart;

    @Column(name = "terms_recovery_rate")
    private BigDecimal recoveryRate;

    @Column(name = "terms_vat")
    private String vat;

    @Column(name = "terms_securities")
    private String[] securities;

    protected Certification() {}

    Certification(CertificationTerms said) {
        retentionRate = said.retention() == null ? null : said.retention().rate();
        retentionLimit = said.retention() == null || said.retention().limit() == null
                ? null
                : said.retention().limit().amount();
        advance = said.advance() == null ? null : said.advance().amount();
        if (advance != null) {
            var recovery = said.recovery() == null ? new Recovery(null, null) : said.recovery();
            recoveryStart = recovery.start() == null ? START : recovery.start();
            recoveryRate = recovery.rate() == null ? RATE : recovery.rate();
        }
        vat = (said.vat() == null ? VatRegime.STANDARD : said.vat()).name();
        securities = said.securities() == null || said.securities().isEmpty()
                ? new String[0]
                : EnumSet.copyOf(said.securities()).stream().map(Enum::name).toArray(String[]::new);
    }

    CertificationTerms terms() {
        return new CertificationTerms(
                retentionRate == null ? null : new Retention(plain(retentionRate), money(retentionLimit)),
                money(advance),
                advance == null ? null : new Recovery(plain(recoveryStart), plain(recoveryRate)),
                VatRegime.valueOf(vat),
                Stream.of(securities).map(SecurityKind::valueOf).toList());
    }

    private static BigDecimal plain(BigDecimal rate) {
        return rate.stripTrailingZeros();
    }

    private static Money money(BigDecimal amount) {
        return amount == null ? null : Money.eur(amount);
    }

    /** What an entry says of it; all null where there are none. */
    static Object[] facts(Certification of) {
        var said = of == null ? new Certification() : of;
        return new Object[] {
            "terms.retention.rate", said.retentionRate,
            "terms.retention.limit", text(said.retentionLimit),
            "terms.advance", text(said.advance),
            "terms.recovery.start", said.recoveryStart,
            "terms.recovery.rate", said.recoveryRate,
            "terms.vat", said.vat,
            "terms.securities", said.securities == null ? null : List.of(said.securities)
        };
    }

    private static String text(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
