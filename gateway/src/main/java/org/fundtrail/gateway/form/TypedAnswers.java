package org.fundtrail.gateway.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.FieldValue;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** What somebody typed or chose, in words: fields by their names, a day as one, sums, shares and values of lists as readers see them. */
final class TypedAnswers {
    private static final Pattern DAY = Pattern.compile("(.+)\\.(?:day|month|year)");
    private static final Set<String> UNSAID = Set.of("version", "stay");
    private static final Set<String> RECORDS = Set.of("programme", "project", "worksProgramme");

    private TypedAnswers() {}

    static List<Answer> of(Form form) {
        var answers = new LinkedHashMap<String, Answer>();
        form.answers().forEach((name, text) -> {
            var day = DAY.matcher(name);
            var field = day.matches() ? day.group(1) : name;
            if (!isUnsaid(name) && !text.isBlank()) {
                var words = day.matches() ? day(form, field) : value(form, field, text.strip());
                answers.put(field, Answer.of(form.language(), field, words));
            }
        });
        return List.copyOf(answers.values());
    }

    private static boolean isUnsaid(String name) {
        return UNSAID.contains(name) || name.startsWith(Choice.SOUGHT) || name.startsWith(Choice.SHOWN);
    }

    /** A day in words, or its parts as they were typed where there is no such day. */
    private static String day(Form form, String field) {
        var parts = Stream.of("year", "month", "day")
                .map(part -> form.value(field + "." + part).strip())
                .toList();
        try {
            return form.language()
                    .date(LocalDate.of(
                            Integer.parseInt(parts.get(0)),
                            Integer.parseInt(parts.get(1)),
                            Integer.parseInt(parts.get(2))));
        } catch (NumberFormatException | DateTimeException e) {
            return String.join("-", parts);
        }
    }

    private static String value(Form form, String field, String text) {
        var language = form.language();
        if (RECORDS.contains(field)) {
            return form.named(text);
        }
        if (Form.SUMS.contains(field) || Form.SHARES.contains(field)) {
            return read(language, field, text);
        }
        if (field.equals("lowerBound")) {
            return Words.of(language, "yes"); // sent where it is ticked
        }
        var isOfSeveral = field.equals("costScope");
        return FieldValue.of(language, field, isOfSeveral ? List.of(text.split(",")) : text);
    }

    private static String read(Language language, String field, String text) {
        try {
            return Form.SUMS.contains(field)
                    ? language.money(Money.eur(language.readAmount(text)))
                    : language.percent(language.readPercent(text));
        } catch (Language.Unclear e) {
            return text;
        }
    }
}
