package org.fundtrail.infrastructure.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.infrastructure.api.certificate.CertificateTerms;
import org.fundtrail.infrastructure.api.certificate.CertifiedLine;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.certificate.Computation.Measured;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.contract.ScheduledLine;

/**
 * What a certificate says, with what is as in the one before.
 *
 * @param lines what of each line of the schedule is done to date, in the order of the schedule; none of the advance
 * @param sent the lines that the request names, in its order
 */
record Said(
        String number,
        boolean advance,
        LocalDate periodTo,
        Map<String, Money> lines,
        Money variations,
        Money priceAdjustment,
        Money plantAndMaterials,
        boolean takingOver,
        List<String> sent) {

    /**
     * What terms say.
     *
     * @param before the last approved certificate, or null
     * @throws Refusal line-unknown for what is no line of the contract
     */
    static Said of(CertificateTerms terms, Contract contract, Certificate before) {
        var zero = Money.zero();
        if (terms.saysAdvance()) {
            var day = terms.periodTo() == null ? contract.signedOn() : terms.periodTo();
            return new Said(terms.number(), true, day, Map.of(), zero, zero, zero, false, List.of());
        }
        return new Said(
                terms.number(),
                false,
                terms.periodTo(),
                lines(terms, contract, before),
                said(terms.variations(), before == null ? zero : before.said().variations),
                said(terms.priceAdjustment(), before == null ? zero : before.said().priceAdjustment),
                said(terms.plantAndMaterials(), before == null ? zero : before.said().plantAndMaterials),
                terms.saysTakingOver(),
                terms.lines() == null
                        ? List.of()
                        : terms.lines().stream().map(CertifiedLine::line).toList());
    }

    private static Money said(Money said, Money before) {
        return said == null ? before : said;
    }

    private static Map<String, Money> lines(CertificateTerms terms, Contract contract, Certificate before) {
        var done = new LinkedHashMap<String, Money>();
        contract.schedule()
                .forEach(line -> done.put(line.line(), before == null ? Money.zero() : before.done(line.line())));
        var unknown = new ArrayList<Refusal.Finding>();
        for (int n = 0; terms.lines() != null && n < terms.lines().size(); n++) {
            var of = terms.lines().get(n);
            if (done.replace(of.line(), of.amount()) == null) {
                unknown.add(Refusal.Finding.of(
                        InfrastructureRule.LINE_UNKNOWN,
                        "lines[" + n + "].line",
                        "line",
                        of.line(),
                        "contract",
                        contract.reference()));
            }
        }
        if (!unknown.isEmpty()) {
            throw new Refusal(unknown);
        }
        return done;
    }

    /** Where the request says how much of a line is done. */
    String field(String line) {
        return sent.contains(line) ? "lines[" + sent.indexOf(line) + "].amount" : "lines";
    }

    Measured measured() {
        var works = lines.values().stream().reduce(Money.zero(), Money::plus);
        return new Measured(works, variations, priceAdjustment, plantAndMaterials);
    }

    /** Its lines by the rows of the cost report. */
    ByRow works(Contract contract, List<UUID> rows) {
        var works = new LinkedHashMap<UUID, Money>();
        for (ScheduledLine line : contract.schedule()) {
            works.merge(line.row(), lines.getOrDefault(line.line(), Money.zero()), Money::plus);
        }
        return ByRow.of(rows, works);
    }
}
