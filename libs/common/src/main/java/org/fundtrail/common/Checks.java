package org.fundtrail.common;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fundtrail.common.value.Day;

/**
 * Reads a small request field by field and collects everything that is wrong, so that somebody who made three mistakes hears of three;
 * what is to be recorded has its rules at its fields ({@link org.fundtrail.common.value.Terms}). {@link #done()} ends it.
 */
public final class Checks {
    private final List<Refusal.Finding> findings = new ArrayList<>();

    /** The request's body, which has to be there. */
    public static <T> T body(T said) {
        if (said == null) {
            throw Refusal.ofField(InputRule.REQUIRED, "the request's body");
        }
        return said;
    }

    /** Refuses the field by the rule unless it holds; params are name, value, name, value. */
    public Checks that(boolean holds, Rule rule, String field, String... params) {
        if (!holds) {
            findings.add(Refusal.Finding.of(rule, field, params));
        }
        return this;
    }

    public Checks given(Object value, String field) {
        return that(value != null && !(value instanceof Collection<?> all && all.isEmpty()), InputRule.REQUIRED, field);
    }

    /** Text that has to be there, of at most so many characters. */
    public Checks text(String value, String field, int max) {
        if (value == null || value.isBlank()) {
            return that(false, InputRule.REQUIRED, field);
        }
        return optionalText(value, field, max);
    }

    public Checks optionalText(String value, String field, int max) {
        return that(
                value == null || value.codePointCount(0, value.length()) <= max,
                InputRule.TOO_LONG,
                field,
                "max",
                String.valueOf(max));
    }

    public Checks date(LocalDate value, String field) {
        if (value == null) {
            return that(false, InputRule.REQUIRED, field);
        }
        return that(Day.Check.isKept(value), InputRule.DATE_OUT_OF_RANGE, field);
    }

    /** A day given in a query, or null where none is given; refuses what is no day that can be kept. */
    public static LocalDate day(String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            new Checks().date(day, field).done();
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.ofField(InputRule.DATE_MALFORMED, field);
        }
    }

    /** The date something happened: it has to be there and not in the future. */
    public Checks happened(LocalDate value, String field, LocalDate today) {
        date(value, field);
        return that(value == null || !value.isAfter(today), InputRule.DATE_IN_FUTURE, field, "today", today.toString());
    }

    /** Ends the reading: throws everything that was found, or nothing. */
    public void done() {
        if (!findings.isEmpty()) {
            throw new Refusal(findings);
        }
    }
}
