package org.fundtrail.gateway.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.certificate.CertificateComputation;
import org.fundtrail.infrastructure.api.contract.VatRegime;

/**
 * A line of the computation as it is printed: what it is, by what it is computed, how much. The order is that of the certificate.
 *
 * @param how by which parameter, or null
 * @param sign how it goes into the sum below it: + or −, and nothing for what comes first
 * @param isSum what stands above comes to it
 */
record Computed(String what, String how, String sign, Money amount, boolean isSum) {

    static List<Computed> of(CertificateComputation of, Language language) {
        var lines = new Lines(language);
        if (!of.advance()) {
            lines.add("works", null, "", of.works());
            lines.add("variations", null, "+", of.variations());
            lines.add("priceAdjustment", null, "+", of.priceAdjustment());
            lines.add("plantAndMaterials", null, "+", of.plantAndMaterials());
            lines.sum("certified", of.gross());
            lines.add("retention", lines.retention(of), "−", of.retention());
            lines.add("released", lines.released(of), "+", of.released());
        }
        lines.add("advance", null, of.advance() ? "" : "+", of.parameters().advance());
        if (!of.advance()) {
            lines.add("advanceRecovered", lines.recovery(of), "−", of.advanceRecovered());
        }
        lines.sum("cumulative", of.cumulative());
        lines.add("previous", null, "−", of.previous());
        lines.sum("net", of.net());
        lines.add("vat", lines.vat(of), "+", of.vat());
        lines.sum("payable", of.payable());
        return lines.all;
    }

    /** It where there are no columns: the sign, the amount, and by what it is computed. */
    Answer answer(Language language) {
        var said = (sign + " " + language.money(amount)).strip();
        return new Answer(what, how == null ? said : said + " (" + how + ")");
    }

    private static final class Lines {
        private final List<Computed> all = new ArrayList<>();
        private final Language language;

        Lines(Language language) {
            this.language = language;
        }

        void add(String field, String how, String sign, Money amount) {
            all.add(new Computed(Words.field(language, field), how, sign, amount, false));
        }

        void sum(String field, Money amount) {
            all.add(new Computed(Words.field(language, field), null, "=", amount, true));
        }

        String retention(CertificateComputation of) {
            var by = of.parameters().retention();
            if (by == null) {
                return Words.of(language, "how.no-retention");
            }
            var rate = language.percent(by.rate());
            return by.limit() == null
                    ? Words.say(language, "how.retention", Map.of("rate", rate))
                    : Words.say(
                            language,
                            "how.retention-limited",
                            Map.of("rate", rate, "limit", language.money(by.limit())));
        }

        String released(CertificateComputation of) {
            return Words.label(language, "released", of.parameters().released());
        }

        String recovery(CertificateComputation of) {
            var by = of.parameters();
            if (by.recovery() == null || !by.advance().isPositive()) {
                return Words.of(language, "how.no-advance");
            }
            return Words.say(
                    language,
                    "how.recovery",
                    Map.of(
                            "now", language.money(of.advanceRecoveredNow()),
                            "rate", language.percent(by.recovery().rate()),
                            "start", language.money(by.net().times(by.recovery().start()))));
        }

        String vat(CertificateComputation of) {
            return of.parameters().vat() == VatRegime.REVERSE_CHARGE
                    ? Words.of(language, "how.reverse-charge")
                    : language.percent(of.parameters().vatRate());
        }
    }
}
