package org.fundtrail.common;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads a request field by field and collects everything that is wrong, so that somebody who made three mistakes hears of three.
 * {@link #done()} ends it.
 */
public final class Checks {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    /** What one record may be worth: so far below what a column holds that no sum of records can outgrow it. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(13);

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

    /** What people call a record by: text that reads as it is written and cannot be taken for an id. */
    public Checks reference(String value, String field, int max) {
        return citation(value, field, max)
                .that(value == null || !Named.isId(value.strip()), InputRule.LOOKS_LIKE_AN_ID, field);
    }

    /** What a record quotes, such as the reference of a decision: text that reads as it is written. */
    public Checks citation(String value, String field, int max) {
        return text(value, field, max)
                .that(value == null || value.chars().noneMatch(Checks::turnsText), InputRule.DIRECTION_MARK, field);
    }

    /** Invisible marks that make a reader see other characters, or another order, than are there. */
    private static boolean turnsText(int c) {
        return c == 0x061c
                || c >= 0x200b && c <= 0x200f
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2060 && c <= 0x2069
                || c == 0xfeff;
    }

    public Checks optionalText(String value, String field, int max) {
        return that(
                value == null || value.codePointCount(0, value.length()) <= max,
                InputRule.TOO_LONG,
                field,
                "max",
                String.valueOf(max));
    }

    /** An amount that has to be there, in the currency of the books and above zero. */
    public Checks amount(Money value, String field) {
        if (value == null) {
            return that(false, InputRule.REQUIRED, field);
        }
        return that(
                        value.currency().equals(Money.EUR),
                        InputRule.CURRENCY_NOT_KEPT,
                        field,
                        "currency",
                        value.currency())
                .that(value.amount().signum() > 0, InputRule.AMOUNT_NOT_POSITIVE, field)
                .that(value.amount().compareTo(TOO_LARGE) < 0, InputRule.AMOUNT_TOO_LARGE, field);
    }

    /** A rate that has to be there, between 0 and 1. */
    public Checks rate(BigDecimal value, String field) {
        if (value == null) {
            return that(false, InputRule.REQUIRED, field);
        }
        return that(
                value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0 && value.scale() <= 6,
                InputRule.RATE_MALFORMED,
                field);
    }

    public Checks date(LocalDate value, String field) {
        if (value == null) {
            return that(false, InputRule.REQUIRED, field);
        }
        return that(!value.isBefore(EARLIEST) && !value.isAfter(LATEST), InputRule.DATE_OUT_OF_RANGE, field);
    }

    /** A date that may be left out. */
    public Checks optionalDate(LocalDate value, String field) {
        return value == null ? this : date(value, field);
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

    /** Both days have to be there, and the last is not before the first. */
    public Checks period(Period period, String field) {
        if (period == null) {
            return that(false, InputRule.REQUIRED, field);
        }
        date(period.from(), field + ".from").date(period.to(), field + ".to");
        return that(
                period.from() == null || period.to() == null || !period.to().isBefore(period.from()),
                InputRule.END_BEFORE_START,
                field + ".to",
                "start",
                String.valueOf(period.from()));
    }

    public Checks optionalUrl(String value, String field) {
        optionalText(value, field, 2000);
        return that(value == null || value.isBlank() || isWebAddress(value), InputRule.URL_MALFORMED, field);
    }

    private static boolean isWebAddress(String value) {
        try {
            var uri = new URI(value);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Ends the reading: throws everything that was found, or nothing. */
    public void done() {
        if (!findings.isEmpty()) {
            throw new Refusal(findings);
        }
    }
}
