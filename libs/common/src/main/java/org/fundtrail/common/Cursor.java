package org.fundtrail.common;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a list was left: the value it is sorted by and the id of the last item seen. Opaque to callers.
 *
 * @param sort the sort value as PostgreSQL reads it
 * @param id the last item's id, which orders equals
 * @param seen how many items were seen up to it; 0 where nobody counts
 * @param count how many the list had when its first page was read; null where nobody counted
 * @param isBack reads what comes before the item instead
 */
public record Cursor(String sort, UUID id, int seen, Integer count, boolean isBack) {
    /** The id, the direction, and two numbers of eight digits; then the sort value. */
    private static final int HEAD = 36 + 1 + 8 + 8;

    private static final char BACK = '<';
    private static final char ON = '>';

    public Cursor(String sort, UUID id) {
        this(sort, id, 0, null, false);
    }

    public String encoded() {
        var text = "%s%c%08x%08x%s".formatted(id, isBack ? BACK : ON, seen, count == null ? -1 : count, sort);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Null for null; refuses what was not made by {@link #encoded()}. */
    public static Cursor decode(String after) {
        if (after == null || after.isBlank()) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0 && (text.charAt(36) == BACK || text.charAt(36) == ON)) {
                return read(text);
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            // said below, together with what the database could not hold
        }
        throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
    }

    private static Cursor read(String text) {
        int count = Integer.parseUnsignedInt(text, 45, HEAD, 16);
        return new Cursor(
                text.substring(HEAD),
                UUID.fromString(text.substring(0, 36)),
                Integer.parseInt(text, 37, 45, 16),
                count < 0 ? null : count,
                text.charAt(36) == BACK);
    }

    /** Whether a cursor can have come from us: no sum of a billion digits, no day after the year 9999. */
    public static boolean canBeKept(Object value) {
        if (value instanceof BigDecimal number) {
            return number.scale() >= 0 && number.scale() <= 6 && number.precision() <= 19;
        }
        return value instanceof String || !value.toString().startsWith("+");
    }
}
