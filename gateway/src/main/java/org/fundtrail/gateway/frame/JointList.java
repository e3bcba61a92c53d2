package org.fundtrail.gateway.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundtrail.common.Kind;

/** The lists for auditors that are of no one kind of record; they are looked at as those are. */
public enum JointList implements Kind {
    DOUBLE_FUNDING,
    OVERRIDE;

    @Override
    public About about() {
        return new About("audit", false, true, null, List.of());
    }

    @Override
    public String room() {
        return this == DOUBLE_FUNDING ? type() : Kind.super.room();
    }

    /** The one that stands there. */
    public static Optional<Kind> inRoom(String room) {
        return Stream.<Kind>of(values())
                .filter(list -> list.room().equals(room))
                .findFirst();
    }
}
