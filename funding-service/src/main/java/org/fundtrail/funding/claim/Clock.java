package org.fundtrail.funding.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.claim.ClaimClock;
import org.fundtrail.funding.api.rules.FundingRule;

/** The days within which a beneficiary is to be paid in full, from the submission of the claim; it may be stopped (CPR 74(1)(b)). */
@Embeddable
class Clock {
    static final int DAYS = 80;

    private LocalDate submittedOn;

    /** Since when it goes as it does now, or stands. */
    @Column(name = "clock_since")
    private LocalDate since;

    @Column(name = "clock_stopped_days")
    private int stoppedDays;

    LocalDate submittedOn() {
        return submittedOn;
    }

    LocalDate since() {
        return since;
    }

    int stoppedDays() {
        return stoppedDays;
    }

    void begin(LocalDate on) {
        submittedOn = on;
        since = on;
        stoppedDays = 0;
    }

    /** What came back has none. */
    void end() {
        submittedOn = null;
        since = null;
        stoppedDays = 0;
    }

    void stop(LocalDate on) {
        mustNotBeBefore(on);
        since = on;
    }

    void start(LocalDate on) {
        mustNotBeBefore(on);
        stoppedDays += days(since, on);
        since = on;
    }

    /** Refuses a day on which it did not go yet as it does now; today is none where no day is said. */
    void mustNotBeBefore(LocalDate on) {
        if (on != null && on.isBefore(since)) {
            throw Refusal.ofField(FundingRule.BEFORE_THE_CLOCK, "on", "day", since.toString());
        }
    }

    /**
     * How far it is.
     *
     * @param isStopped whether it stands
     * @param until the day of the payment, or today
     */
    ClaimClock view(boolean isStopped, LocalDate until) {
        if (submittedOn == null) {
            return null;
        }
        int stopped = stoppedDays + (isStopped ? days(since, until) : 0);
        return new ClaimClock(
                Math.max(0, days(submittedOn, until) - stopped),
                DAYS,
                submittedOn.plusDays(DAYS + stopped),
                isStopped,
                isStopped ? since : null,
                stopped);
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(from, to));
    }
}
