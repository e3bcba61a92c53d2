package org.fundtrail.journal;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.fundtrail.common.Refusal;

/**
 * A record that takes effect only when somebody else decides on it: whoever entered or changed it never does (segregation of duties,
 * FR 74). The same stands in the database as {@code CHECK (decided_by <> ALL (authors))}.
 */
@MappedSuperclass
public abstract class FourEyes extends Recorded {
    /** Everybody who entered or changed it. */
    protected String[] authors;

    protected String decidedBy;
    protected Instant decidedAt;
    protected String reason;

    protected FourEyes() {}

    protected FourEyes(Caller by, Instant at) {
        super(by, at);
        authors = new String[] {by.subject()};
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Why it was decided so, or null. */
    public String reason() {
        return reason;
    }

    public boolean isBy(Caller caller) {
        return Arrays.asList(authors).contains(caller.subject());
    }

    /** Notes who decides and why; refuses an author. */
    protected void decided(Caller by, Instant at, String why) {
        if (isBy(by)) {
            throw Refusal.of(JournalRule.OWN_RECORD);
        }
        decidedBy = by.subject();
        decidedAt = at;
        reason = why;
    }

    /** Notes another author and that nobody has decided on what it says now. */
    protected void changed(Caller by) {
        authors = Stream.concat(Arrays.stream(authors), Stream.of(by.subject()))
                .distinct()
                .toArray(String[]::new);
        decidedBy = null;
        decidedAt = null;
        reason = null;
    }
}
