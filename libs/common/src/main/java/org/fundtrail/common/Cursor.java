package org.fundtrail.common;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a list was left: the value it is sorted by and the id of the last item seen. Opaque to callers.
 *
 * @param sort the sort value as PostgreSQL reads it
 * @param id the last item's id, which orders equals
 * @param seen how many items were seen up to it; 0 where nobody counts
 */
public record Cursor(String sort, UUID id, int seen) {

    public Cursor(String sort, UUID id) {
        this(sort, id, 0);
    }

    public String encoded() {
        var text = id + "%08x".formatted(seen) + sort;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Null for null; refuses what was not made by {@link #encoded()}. */
    public static Cursor decode(String after) {
        if (after == null || after.isBlank()) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0) {
                return new Cursor(
                        text.substring(44), UUID.fromString(text.substring(0, 36)), Integer.parseInt(text, 36, 44, 16));
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            // said below, together with what the database could not hold
        }
        throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
    }
}
