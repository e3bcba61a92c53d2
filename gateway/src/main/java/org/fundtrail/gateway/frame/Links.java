package org.fundtrail.gateway.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.fundtrail.common.Subject;
import org.fundtrail.common.WaitingRecord;

/** Addresses of pages. */
public final class Links {
    private Links() {}

    /** A value as it stands in the query of an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The page of a record that waits, or null if it has none. */
    public static String to(WaitingRecord waiting) {
        return to(new Subject(waiting.type(), waiting.id(), waiting.reference()), waiting.parent());
    }

    /** The page of a record, or null if it has none. */
    public static String to(Subject record, Subject parent) {
        var kind = Kinds.of(record.type());
        if (kind.isPresent() && kind.get().about().hasPage()) {
            return "/" + kind.get().room() + "/" + record.id();
        }
        return kind.isEmpty() || parent == null ? null : to(parent, null);
    }
}
