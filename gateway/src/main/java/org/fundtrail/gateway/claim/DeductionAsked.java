package org.fundtrail.gateway.claim;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.funding.api.claim.ClaimDeduction;
import org.fundtrail.funding.api.claim.ClaimLineView;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.api.claim.ErrorKind;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Placing;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * A line of a claim as its verification asks for it: what of it is deducted, as what, and why, once or several times.
 *
 * @param name of its controls
 * @param deductions those that were typed, and an empty one
 */
record DeductionAsked(String name, ClaimLineView line, List<One> deductions) {
    private static final String DEDUCTIONS = "deductions";
    private static final int MOST = 20;
    /** How the API calls a deduction, or something of it. */
    private static final Pattern DEDUCTION = Pattern.compile("deductions\\[(\\d+)]");

    /**
     * A deduction from the line.
     *
     * @param name of its controls
     * @param n the first is 1
     */
    public record One(String name, int n) {}

    static List<DeductionAsked> of(ClaimView claim, Form form) {
        return claim.lines().stream()
                .map(line -> new DeductionAsked(name(line.line()), line, ones(form, line.line())))
                .toList();
    }

    private static List<One> ones(Form form, int line) {
        int typed = IntStream.range(0, MOST)
                .filter(n -> !form.isBlank(name(line, n)))
                .map(n -> n + 1)
                .max()
                .orElse(0);
        return IntStream.range(0, Math.min(typed + 1, MOST))
                .mapToObj(n -> new One(name(line, n), n + 1))
                .toList();
    }

    private static String name(int line) {
        return DEDUCTIONS + "[" + line + "]";
    }

    private static String name(int line, int n) {
        return name(line) + "[" + n + "]";
    }

    /** Which line it is, as its box says it. */
    public String number() {
        return String.valueOf(line.line());
    }

    /** Whether there is something to be seen of its deductions, typed or needed. */
    public boolean isOpen() {
        return deductions.size() > 1 || line.creditedHeld().isPositive();
    }

    /** Those of which an amount was typed; what cannot be read is noted in the form, at its line. */
    static List<ClaimDeduction> read(Form form) {
        for (int line = 1; form.has(name(line) + ".line"); line++) {
            var called = line(form.language(), line);
            form.called().row(name(line), () -> called);
        }
        return names(form).stream()
                .map(typed -> read(form, typed.line, typed.name))
                .toList();
    }

    /** Where a refusal of one of the deductions that were typed is said: at that one, called by the line that it is from. */
    static Placing.Place place(Form form, String path) {
        var deduction = DEDUCTION.matcher(path);
        if (!deduction.lookingAt()) {
            return null;
        }
        var names = names(form);
        var n = Integer.parseInt(deduction.group(1));
        return n < names.size() ? place(form, names.get(n), path) : null;
    }

    private static Placing.Place place(Form form, Name typed, String path) {
        var at = Stream.of(".kind", ".error", ".question", ".reason")
                .filter(path::endsWith)
                .findFirst()
                .orElse(".amount");
        return new Placing.Place(typed.name + at, line(form.language(), typed.line));
    }

    /** What the controls of a deduction begin with. */
    private record Name(int line, String name) {}

    /** Of those of which an amount was typed, in the order in which the service is told of them. */
    private static List<Name> names(Form form) {
        return IntStream.iterate(1, line -> form.has(name(line) + ".line"), line -> line + 1)
                .boxed()
                .flatMap(line -> IntStream.range(0, MOST).mapToObj(n -> new Name(line, name(line, n))))
                .filter(typed -> !form.isBlank(typed.name + ".amount"))
                .toList();
    }

    private static String line(Language language, int line) {
        return Words.filled(language, "line_n", Map.of("0", line));
    }

    private static ClaimDeduction read(Form form, int line, String name) {
        return new ClaimDeduction(
                line,
                form.money(name + ".amount"),
                kind(form, name + ".kind"),
                chosen(form, name + ".error", ErrorKind.values()),
                ExaminationAsked.number(form, name + ".question"),
                reason(form, name + ".reason"));
    }

    private static DeductionKind kind(Form form, String name) {
        var kind = chosen(form, name, DeductionKind.values());
        if (kind == null) {
            form.refuse(name, "need.deductionKind");
        }
        return kind;
    }

    private static <E extends Enum<E>> E chosen(Form form, String name, E[] values) {
        for (var value : values) {
            if (form.chosen(name, value.name())) {
                return value;
            }
        }
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
                                + Words.label(language, "deduction", one.kind()).toLowerCase(language.locale())
                                + (one.error() == null ? "" : ", " + Words.label(language, "errorKind", one.error()))
                                + ": " + one.reason()))
                .toList();
    }
}
