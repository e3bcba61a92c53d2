package org.fundtrail.gateway.recovery;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.funding.api.recovery.RecoveryView;

/**
 * How long what was ordered has to be paid back, or is late.
 *
 * @param days that are left; below zero, by how many it is late
 */
record Due(LocalDate on, long days) {

    /** Null while nothing is due. */
    static Due of(RecoveryView recovery, LocalDate today) {
        var note = recovery.debitNote();
        return note == null || recovery.status() != RecoveryStatus.ORDERED
                ? null
                : new Due(note.dueOn(), ChronoUnit.DAYS.between(today, note.dueOn()));
    }

    public boolean isLate() {
        return days < 0;
    }

    public long late() {
        return -days;
    }
}
