package org.fundtrail.gateway.certificate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Time;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.contract.ContractView;

/**
 * What is looked up for whoever decides on a certificate. What the service refuses, such as a line above its value or a security that is
 * not live, is not said again; what is left needs judgement.
 */
record CertificateChecks(CertificateView certificate, Language language) {
    /** The engineer has so many days to issue it (FIDIC 1999 Red Book, 14.6). */
    private static final int DAYS = 28;

    List<Check> of(ContractView contract) {
        var checks = new ArrayList<Check>();
        if (!certificate.advance()) {
            checks.add(share(contract));
            checks.add(adds());
        }
        checks.add(inTime());
        if (certificate.takingOver()) {
            checks.add(Check.of(
                    false,
                    Words.say(
                            language, "check.taken-over", Map.of("released", language.money(certificate.released())))));
        }
        if (contract.terms() == null) {
            checks.add(Check.of(false, Words.of(language, "check.no-terms")));
        }
        return Check.inOrder(checks);
    }

    /** How much of the original worth is certified with it. */
    private Check share(ContractView contract) {
        var net = contract.net().amount();
        var share = certificate.gross().amount().divide(net, 4, RoundingMode.HALF_UP);
        return Check.of(
                share.compareTo(BigDecimal.ONE) <= 0,
                Words.say(
                        language,
                        share.compareTo(BigDecimal.ONE) <= 0 ? "check.certified-share" : "check.certified-beyond",
                        Map.of(
                                "gross", language.money(certificate.gross()),
                                "net", language.money(contract.net()),
                                "share", language.percent(share))));
    }

    private Check adds() {
        int sign = certificate.net().amount().signum();
        return Check.of(
                sign > 0,
                Words.say(
                        language,
                        sign > 0 ? "check.adds" : sign == 0 ? "check.adds-nothing" : "check.takes-back",
                        Map.of(
                                "net", language.money(certificate.net()),
                                "previous", language.money(certificate.previous()))));
    }

    private Check inTime() {
        var recorded = certificate.recordedAt().atZone(Time.VILNIUS).toLocalDate();
        long days = ChronoUnit.DAYS.between(certificate.periodTo(), recorded);
        return Check.of(
                days <= DAYS,
                Words.say(
                        language,
                        days <= DAYS ? "check.in-time" : "check.late",
                        Map.of(
                                "days",
                                String.valueOf(days),
                                "day",
                                certificate.periodTo().toString())));
    }
}
