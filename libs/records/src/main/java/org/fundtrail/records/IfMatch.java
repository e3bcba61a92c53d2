package org.fundtrail.records;

import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.JournalRule;

/** The version a caller read, as sent in If-Match. */
public final class IfMatch {
    private IfMatch() {}

    /** For changes, which need it. */
    public static Integer required(String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.ofField(JournalRule.IF_MATCH_MISSING, "If-Match");
        }
        return optional(header);
    }

    /** For actions, which may send it; null when they do not. */
    public static Integer optional(String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return null;
        }
        try {
            return Integer.valueOf(header.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw Refusal.of(InputRule.STALE, "version", "?");
        }
    }
}
