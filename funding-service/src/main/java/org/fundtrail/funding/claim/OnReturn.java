package org.fundtrail.funding.claim;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Writer;

/** Whoever keeps something back of what claims are to be paid, and lets it go when they come back. */
public interface OnReturn {

    /**
     * Is told when a claim comes back, with it, its allocation and its items locked.
     *
     * @param locked the claims that are locked, each with its allocation and its items
     * @return what is to be written with it
     */
    List<Change> cameBack(Claim claim, Set<UUID> locked, String reason, Writer by);
}
