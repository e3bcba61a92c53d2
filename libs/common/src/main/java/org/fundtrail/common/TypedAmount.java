package org.fundtrail.common;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A sum as somebody typed it to look for it, in whichever language: plain, or with groups of three between spaces, commas or points; one or
 * two digits after another mark are cents. An amount has no more decimals, so three digits are always a group.
 */
public final class TypedAmount {
    private static final Pattern SUM =
            Pattern.compile("(\\d{1,3}(?:([ .,'])\\d{3})(?:\\2\\d{3})*|\\d+)(?:(?!\\2)[.,](\\d{1,2}))?");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f]+");
    private static final Pattern EURO = Pattern.compile("^(?:EUR|€) ?| ?(?:EUR|€)$", Pattern.CASE_INSENSITIVE);
    private static final int DIGITS = 17;

    private TypedAmount() {}

    /** The sum, or null where the text is none. */
    public static BigDecimal in(String text) {
        var plain = EURO.matcher(SPACE.matcher(text).replaceAll(" ").strip()).replaceFirst("");
        var sum = SUM.matcher(plain);
        if (!sum.matches()) {
            return null;
        }
        var whole = sum.group(1).replaceAll("[ .,']", "");
        return whole.length() > DIGITS
                ? null
                : new BigDecimal(sum.group(3) == null ? whole : whole + "." + sum.group(3)).setScale(2);
    }
}
