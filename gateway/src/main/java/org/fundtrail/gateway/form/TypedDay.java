package org.fundtrail.gateway.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundtrail.gateway.language.Words;

/** A day as it is typed: its parts in three fields, or all of it pasted into one of them. */
public record TypedDay(String day, String month, String year) {
    private static final List<String> PARTS = List.of("day", "month", "year");
    /** In which order its parts are written where it stands in one; 12/03/2026 has two readings and is none of them. */
    private static final List<Pattern> WHOLE = List.of(
            Pattern.compile("(?<year>\\d{4})[-. ](?<month>\\d{1,2})[-. ](?<day>\\d{1,2})"),
            Pattern.compile("(?<day>\\d{1,2})[. ](?<month>\\d{1,2})[. ](?<year>\\d{4})"));

    /** A day that is typed into one field, as 2026-03-12 where it is written like that or like 12.03.2026; anything else as it is. */
    public static String iso(String text) {
        return text == null
                ? null
                : whole(text)
                        .map(day -> "%s-%02d-%02d"
                                .formatted(
                                        day.group("year"),
                                        Integer.parseInt(day.group("month")),
                                        Integer.parseInt(day.group("day"))))
                        .orElse(text);
    }

    static TypedDay of(Form form, String field) {
        return new TypedDay(
                form.value(field + ".day").strip(),
                form.value(field + ".month").strip(),
                form.value(field + ".year").strip());
    }

    /** The same where there has to be one. */
    static LocalDate needed(Form form, String field) {
        if (of(form, field).isEmpty()) {
            form.refuse(field, "need." + Form.withoutRow(field));
            return null;
        }
        return read(form, field);
    }

    /** The day typed in a field, or null; says which of its parts is wrong, or that all of it is. */
    static LocalDate read(Form form, String field) {
        var typed = of(form, field);
        var day = typed.isEmpty() ? null : typed.read().orElse(null);
        if (!typed.isEmpty() && day == null) {
            typed.refuse(form, field);
        }
        return day;
    }

    private void refuse(Form form, String field) {
        var name = Form.withoutRow(field);
        var wrong = wrong();
        if (wrong.size() == 1) {
            var part = wrong.get(0);
            form.refusePart(
                    field,
                    part,
                    Words.say(form.language(), "wrongDate." + part, Map.of("field", name), form.called()::of));
        } else {
            form.refuse(field, "date-not-real", "field", name);
        }
    }

    boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** The day, where there is one with a year of four digits. */
    Optional<LocalDate> read() {
        try {
            return wrong().isEmpty()
                    ? Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The parts that are wrong whatever the others are. */
    List<String> wrong() {
        return Stream.of(
                        isNumber(day, "\\d{1,2}", 31) ? null : "day",
                        isNumber(month, "\\d{1,2}", 12) ? null : "month",
                        isNumber(year, "\\d{4}", 9999) ? null : "year")
                .filter(part -> part != null)
                .toList();
    }

    private static boolean isNumber(String text, String form, int most) {
        return text.matches(form) && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most;
    }

    /** Types a day into its three fields. */
    static void put(Map<String, String> typed, String field, LocalDate day) {
        typed.put(field + ".day", String.valueOf(day.getDayOfMonth()));
        typed.put(field + ".month", String.valueOf(day.getMonthValue()));
        typed.put(field + ".year", String.valueOf(day.getYear()));
    }

    /** Puts every day that was pasted whole into one of its fields into all three of them. */
    static void spread(Map<String, String> typed) {
        for (var answer : new LinkedHashMap<>(typed).entrySet()) {
            int dot = answer.getKey().lastIndexOf('.');
            if (dot > 0 && PARTS.contains(answer.getKey().substring(dot + 1))) {
                whole(answer.getValue()).ifPresent(day -> spread(typed, answer.getKey(), dot, day));
            }
        }
    }

    private static void spread(Map<String, String> typed, String name, int dot, Matcher day) {
        var field = name.substring(0, dot + 1);
        boolean isAlone = PARTS.stream()
                .map(part -> field + part)
                .allMatch(part ->
                        part.equals(name) || typed.getOrDefault(part, "").isBlank());
        if (isAlone) {
            PARTS.forEach(part -> typed.put(field + part, day.group(part)));
        }
    }

    private static Optional<Matcher> whole(String text) {
        return WHOLE.stream()
                .map(form -> form.matcher(text.strip()))
                .filter(Matcher::matches)
                .findFirst();
    }
}
