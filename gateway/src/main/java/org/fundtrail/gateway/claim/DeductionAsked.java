package org.fundtrail.gateway.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.funding.api.claim.ClaimDeduction;
import org.fundtrail.funding.api.claim.ClaimLineView;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * A line of a claim as its verification asks for it: what of it is deducted, as what, and why.
 *
 * @param name of its controls
 */
record DeductionAsked(String name, ClaimLineView line) {
    private static final String DEDUCTIONS = "deductions";

    static List<DeductionAsked> of(ClaimView claim) {
        return claim.lines().stream()
                .map(line -> new DeductionAsked(name(line.line()), line))
                .toList();
    }

    private static String name(int line) {
        return DEDUCTIONS + "[" + line + "]";
    }

    /** Those of which an amount was typed; what cannot be read is noted in the form, at its line. */
    static List<ClaimDeduction> read(Form form) {
        var deductions = new ArrayList<ClaimDeduction>();
        for (int line = 1; form.has(name(line) + ".line"); line++) {
            var name = name(line);
            if (!form.isBlank(name + ".amount")) {
                deductions.add(new ClaimDeduction(
                        line,
                        form.money(name + ".amount"),
                        kind(form, name + ".kind"),
                        reason(form, name + ".reason")));
            }
        }
        return deductions;
    }

    private static DeductionKind kind(Form form, String name) {
        for (var kind : DeductionKind.values()) {
            if (form.chosen(name, kind.name())) {
                return kind;
            }
        }
        form.refuse(name, "need.deductionKind");
        return null;
    }

    private static String reason(Form form, String name) {
        var reason = form.optionalText(name);
        if (reason == null) {
            form.refuse(name, "need.reason");
        }
        return reason;
    }

    /** What was said of the lines, for the page where it is checked. */
    static List<Answer> answers(Language language, ClaimVerification terms) {
        return terms.deductionsOrNone().stream()
                .map(one -> new Answer(
                        Words.say(language, "line_deducted", Map.of("line", String.valueOf(one.line()))),
                        language.money(one.amount()) + ", "
                                + Words.label(language, "deduction", one.kind()).toLowerCase(language.locale()) + ": "
                                + one.reason()))
                .toList();
    }
}
