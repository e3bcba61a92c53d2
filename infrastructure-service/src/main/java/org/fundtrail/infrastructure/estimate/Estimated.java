package org.fundtrail.infrastructure.estimate;

import jakarta.persistence.MappedSuperclass;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;

/** What estimates are made of: a project or a works programme. What it is stays; its estimates grow as a ladder. */
@MappedSuperclass
public abstract class Estimated extends Recorded {
    protected Estimated() {}

    protected Estimated(Writer by) {
        super(by);
    }

    public abstract String reference();

    public abstract Title title();

    @Override
    public boolean isInPositions() {
        return true;
    }
}
