package org.fundtrail.infrastructure.estimate;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Recorded;

/** What estimates are made of: a project or a works programme. What it says stays as it was recorded; its estimates grow as a ladder. */
@MappedSuperclass
public abstract class Estimated extends Recorded {
    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private String titleEn;

    @Column(updatable = false)
    private String titleLt;

    /** How often a baseline was chosen; numbers the choices while its row is locked. */
    private int baselineChoices;

    protected Estimated() {}

    protected Estimated(String reference, Title title, Caller by, Instant at) {
        super(by, at);
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

    /** The number of another choice. */
    int anotherChoice() {
        return ++baselineChoices;
    }
}
