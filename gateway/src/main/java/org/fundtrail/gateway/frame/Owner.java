package org.fundtrail.gateway.frame;

import java.util.UUID;
import java.util.function.Function;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Refusal;

/**
 * The record to which something belongs: a list shows what is its own, a form records something on it.
 *
 * @param reference what it is called
 * @param href its page
 * @param by the filter that names it
 * @param id by which the filter names it
 */
public record Owner(Kind kind, String reference, String href, String by, String id) {

    public static Owner of(Kind kind, UUID id, String reference) {
        return new Owner(kind, reference, "/" + kind.room() + "/" + id, by(kind), id.toString());
    }

    /** As an address names it; what is none is no record. */
    static UUID id(String named) {
        try {
            return UUID.fromString(named);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    /** The record of this kind that the address asks for, or null. */
    public static Owner asked(View view, Kind kind, Function<String, Owner> read) {
        var id = view.asked(by(kind));
        return id == null ? null : read.apply(id);
    }

    /** The filter of lists by which they show what belongs to a record of this kind, such as {@code worksProgramme}. */
    static String by(Kind kind) {
        var by = new StringBuilder();
        for (var word : kind.type().split("-")) {
            by.append(by.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return by.toString();
    }

    /** The address of a list of what belongs to it, of no day. */
    public String in(String list) {
        return list + "?" + by + "=" + Links.encoded(id);
    }
}
