package org.fundtrail.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Rule;

/**
 * Whether the record goes on from what was signed last. While it does not, or nobody has looked yet, nothing is written but the entry that
 * begins a new epoch; everything can be read.
 */
@ApplicationScoped
public class History {
    /** What begins a new epoch. */
    public static final String EPOCH_BEGUN = "log.epoch-begun";

    /**
     * Why the record does not go on.
     *
     * @param rule by which everything is refused
     * @param kept the checkpoint that was kept outside of the database; null where there is none, or it cannot be read
     * @param size how many entries there are
     */
    public record Stopped(Rule rule, Kept kept, long size) {}

    /** What was signed last, as it is kept outside of the database. */
    public record Kept(long size, byte[] root) {}

    private volatile boolean isKnown;
    private volatile Stopped stopped;

    public void goesOn() {
        stopped = null;
        isKnown = true;
    }

    public void stops(Stopped why) {
        stopped = why;
        isKnown = true;
    }

    /** Whether anybody has looked. */
    public boolean isKnown() {
        return isKnown;
    }

    public Optional<Stopped> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Refuses what would be written behind a record that is not what it was. */
    void mustGoOn(List<Change> changes) {
        var why = stopped;
        if (isKnown && why == null || changes.stream().allMatch(change -> change.action.equals(EPOCH_BEGUN))) {
            return;
        }
        if (why == null) {
            throw Refusal.of(InputRule.UNAVAILABLE, "service", "audit trail");
        }
        throw why.kept() == null
                ? Refusal.of(why.rule())
                : Refusal.of(why.rule(), "kept", String.valueOf(why.kept().size()), "size", String.valueOf(why.size()));
    }
}
