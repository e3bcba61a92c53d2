package org.fundtrail.verifier;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What stands in a column and what an entry says of it, held against each other. */
final class Cells {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private Cells() {}

    /** What stands in a column, as it is compared: a moment is one, however its zone is written. */
    static Object read(String column, Object value) {
        if (value instanceof String text && (column.equals("at") || column.endsWith("_at"))) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                return value;
            }
        }
        return value;
    }

    /** Whether a column holds what a fact says; an amount is said as text, and nothing said is nothing held. */
    static boolean same(Object said, Object held) {
        if (said == null || held == null) {
            return said == held;
        }
        if (held instanceof Long || held instanceof BigDecimal) {
            var number = number(said);
            return number != null && number.compareTo(number(held)) == 0;
        }
        if (held instanceof Instant) {
            return said instanceof String text ? held.equals(instant(text)) : held.equals(said);
        }
        if (held instanceof List<?> all && said instanceof List<?> them) {
            boolean isSame = all.size() == them.size();
            for (int i = 0; isSame && i < all.size(); i++) {
                isSame = same(them.get(i), all.get(i));
            }
            return isSame;
        }
        return said.equals(held);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static BigDecimal number(Object said) {
        if (said instanceof BigDecimal number) {
            return number;
        }
        if (said instanceof Long
                || said instanceof String text && NUMBER.matcher(text).matches()) {
            return new BigDecimal(said.toString());
        }
        return null;
    }

    /** A row as one text, the same for two rows only where every column is. */
    static String text(Map<String, Object> row) {
        var text = new StringBuilder();
        new TreeMap<>(row).forEach((column, value) -> {
            var said = value instanceof BigDecimal || value instanceof Long
                    ? number(value).stripTrailingZeros().toPlainString()
                    : String.valueOf(value);
            text.append(column)
                    .append(value == null ? "-" : ":")
                    .append(said.length())
                    .append(':')
                    .append(said);
        });
        return text.toString();
    }
}
