package org.fundtrail.gateway.frame;

import java.util.Map;
import java.util.Set;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** What is said after something was recorded: only while the record stands as it says, whoever opens the address later. */
public final class Done {
    private static final Set<String> WAITING =
            Set.of("PROPOSED", "RECORDED", "RECEIVED", "POTENTIAL", "PENDING", "DRAFT", "ESTABLISHED");
    private static final Set<String> SENT = Set.of("recorded", "changed");
    private static final String CORRECTED = "corrected";

    /** What is said of a record, however it stands. */
    private static final Set<String> COMMENTS = Set.of("commented", "answered");

    private static final Set<String> YES = Set.of("APPROVED", "CONFIRMED");
    private static final Set<String> NO = Set.of("REJECTED", "REFUSED");
    private static final String KEPT = "kept";
    /** What was decided on the reversal of a payment, and how its record stands then. */
    private static final Map<String, String> OF_PAYMENT =
            Map.of("PAYMENT_REVERSED", "AUTHORISED", "PAYMENT_STAYS", "PAID", "CLOCK_STARTED", "SUBMITTED");

    private Done() {}

    /** The sentence, or null; for a record without a life of its own the status is null. */
    public static String of(Language language, String type, String done, Enum<?> now) {
        if (done != null && COMMENTS.contains(done)) {
            return said(language, "comment", done);
        }
        if (KEPT.equals(done)) {
            return said(language, "draft", done);
        }
        var status = now == null ? null : now.name();
        var reversal = status == null ? null : ofReversal(done, status);
        if (reversal != null) {
            return said(language, type, reversal);
        }
        if (done == null
                || status != null
                        && !done.equals(CORRECTED)
                        && !(SENT.contains(done)
                                ? WAITING.contains(status)
                                : OF_PAYMENT.getOrDefault(done, done).equals(status))) {
            return null;
        }
        return said(language, type, done);
    }

    /** What was decided on a reversal: a yes leaves what was in force reversed, a no leaves it in force. */
    private static String ofReversal(String done, String status) {
        if (YES.contains(String.valueOf(done)) && status.equals("REVERSED")) {
            return status;
        }
        return NO.contains(String.valueOf(done)) && YES.contains(status) ? "REVERSAL_REFUSED" : null;
    }

    private static String said(Language language, String type, String done) {
        return Words.find(language, "done." + type + "." + done);
    }
}
