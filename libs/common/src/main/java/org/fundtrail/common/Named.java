package org.fundtrail.common;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How a request names a record: by its id or by its reference, never by either. What looks like an id is one, and no reference may look
 * like one, so that money meant for one record cannot reach another that is called by its id.
 *
 * @param id or null
 * @param reference or null
 */
public record Named(UUID id, String reference) {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public static Named of(String text) {
        var name = text.strip();
        return isId(name) ? new Named(UUID.fromString(name), null) : new Named(null, name);
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
