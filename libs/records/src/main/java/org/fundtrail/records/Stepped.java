package org.fundtrail.records;

import jakarta.persistence.MappedSuperclass;
import org.fundtrail.journal.Writer;

/** A record that goes from hand to hand, step by step: see {@link Step}. Who took which step is kept apart from it and for ever. */
@MappedSuperclass
public abstract class Stepped extends Recorded {

    protected Stepped() {}

    protected Stepped(Writer by) {
        super(by);
    }

    /** Where it stands. */
    public abstract Enum<?> status();

    /** Stands there from now on: only {@link Steps} says so. */
    protected abstract void become(Enum<?> status);
}
