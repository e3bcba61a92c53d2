package org.fundtrail.infrastructure.estimate;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;

/** What estimates are made of: a project or a works programme. What it says stays as it was recorded; its estimates grow as a ladder. */
@MappedSuperclass
public abstract class Estimated extends Recorded {
    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private String titleEn;

    @Column(updatable = false)
    private String titleLt;

    protected Estimated() {}

    protected Estimated(String reference, Title title, Writer by) {
        super(by);
        this.reference = reference;
        titleEn = title.en();
        titleLt = title.lt();
    }

    public String reference() {
        return reference;
    }

    public Title title() {
        return new Title(titleEn, titleLt);
    }

    @Override
    public boolean isInPositions() {
        return true;
    }
}
