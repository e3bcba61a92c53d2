package org.fundtrail.gateway.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.certificate.CertificateLineView;
import org.fundtrail.infrastructure.api.certificate.CertificateTerms;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.certificate.CertifiedLine;
import org.fundtrail.infrastructure.api.contract.ContractView;

/**
 * A line of the schedule as the form of a certificate asks for it: how much of it is done to date.
 *
 * @param name of the control
 * @param value what the whole line is worth
 * @param previous what was certified of it before
 * @param typed what stands in the control
 */
record LineAsked(String name, String line, String description, Money value, Money previous, String typed) {

    /** @param last the last approved certificate, or null; @param now the one that is changed, or null */
    static List<LineAsked> of(ContractView contract, CertificateView last, CertificateView now, Form form) {
        var asked = new ArrayList<LineAsked>();
        for (var line : contract.schedule()) {
            var name = name(asked.size());
            var previous = done(last, line.line());
            var begin = now == null ? previous : done(now, line.line());
            asked.add(new LineAsked(
                    name,
                    line.line(),
                    line.description(),
                    line.amount(),
                    previous,
                    form.answers().containsKey(name)
                            ? form.value(name)
                            : form.language().typed(begin)));
        }
        return asked;
    }

    private static Money done(CertificateView in, String line) {
        return in == null
                ? Money.zero()
                : in.lines().stream()
                        .filter(one -> one.line().equals(line))
                        .map(CertificateLineView::amount)
                        .findFirst()
                        .orElse(Money.zero());
    }

    private static String name(int n) {
        return "lines[" + n + "]";
    }

    /** What was typed; what cannot be read is noted in the form, at its line. */
    static List<CertifiedLine> read(Form form) {
        var lines = new ArrayList<CertifiedLine>();
        for (int n = 0; form.has(name(n) + ".line"); n++) {
            var line = form.value(name(n) + ".line");
            form.called().row(name(n), () -> Words.filled(form.language(), "line_n", Map.of("0", line)));
            lines.add(new CertifiedLine(line, form.has(name(n)) ? form.moneyOrZero(name(n)) : missing(form, n, line)));
        }
        return lines;
    }

    private static Money missing(Form form, int n, String line) {
        form.refuse(name(n), "need.lines", "line", line);
        return null;
    }

    /** What was said of the lines, for the page where it is checked. */
    static List<Answer> answers(Language language, CertificateTerms terms) {
        return terms.lines().stream()
                .map(line -> new Answer(
                        Words.say(language, "line_done", Map.of("line", line.line())), language.money(line.amount())))
                .toList();
    }
}
