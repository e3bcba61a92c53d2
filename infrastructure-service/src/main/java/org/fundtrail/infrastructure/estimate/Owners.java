package org.fundtrail.infrastructure.estimate;

import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Writer;

/** Where what estimates are made of is found: projects, works programmes. */
public interface Owners {

    /** As entries name it: {@code project}. */
    String type();

    /** The one with this id, if the reader sees it. */
    Estimated seen(UUID id, Caller reader);

    /** The one with this id, if it is of the writer's own institution, locked: what is decided about it is decided one after the other. */
    Estimated locked(UUID id, Writer by);
}
