package org.fundtrail.funding.follow;

import java.util.UUID;
import org.fundtrail.common.Subject;

/** What the follower needs to know of an entry of infrastructure-service: the rest is asked anew. */
record FollowedEntry(long position, String institution, Subject subject, Subject parent) {

    /** The invoice or direct cost that it changes, be it by a credit note; null for everything else. */
    UUID item() {
        return switch (subject.type()) {
            case "invoice", "direct-cost" -> subject.id();
            case "credit-note" -> parent.id();
            default -> null;
        };
    }
}
