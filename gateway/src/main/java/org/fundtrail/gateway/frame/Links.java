package org.fundtrail.gateway.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.fundtrail.common.Subject;

/** Addresses of pages. */
public final class Links {
    private Links() {}

    /** A value as it stands in the query of an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The page of a record, or null if it has none. */
    public static String to(Subject record, Subject parent) {
        return switch (record.type()) {
            case "allocation" -> "/allocations/" + record.id();
            case "receipt" -> "/receipts/" + record.id();
            case "commitment" -> "/commitments/" + record.id();
            case "programme" -> "/programmes/" + record.id();
            case "project" -> "/projects/" + record.id();
            case "works-programme" -> "/works-programmes/" + record.id();
            case "contract" -> "/contracts/" + record.id();
            case "baseline" -> "/baselines/" + record.id();
            case "person", "identity" -> null;
            default -> parent == null ? null : to(parent, null);
        };
    }
}
