package org.fundtrail.funding.recovery;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.recovery.DebitNote;
import org.fundtrail.funding.api.recovery.InterestTerms;
import org.fundtrail.funding.api.recovery.RecoveryDecision;
import org.fundtrail.funding.api.recovery.RecoveryInterest;

/** By when what is recovered is to be paid, and what it costs to pay later (FR 98-99). */
@Embeddable
class Order {
    private static final int DAYS_TO_PAY = 30;
    private static final BigDecimal POINTS = new BigDecimal("3.5");
    /** Of a rate in per cent: a year has as many days, whichever it is. */
    private static final BigDecimal PER_CENT_AND_DAY = BigDecimal.valueOf(36_500);

    private String debitNote;
    private LocalDate orderedOn;
    private LocalDate dueOn;
    private BigDecimal ecbRate;
    private BigDecimal points;

    protected Order() {}

    Order(String debitNote, LocalDate orderedOn, RecoveryDecision said) {
        var interest = said.interest() == null ? new InterestTerms(null, null) : said.interest();
        this.debitNote = debitNote;
        this.orderedOn = orderedOn;
        dueOn = said.dueOn() == null ? orderedOn.plusDays(DAYS_TO_PAY) : said.dueOn();
        ecbRate = interest.ecbRate();
        points = interest.points() == null ? POINTS : interest.points();
    }

    String debitNote() {
        return debitNote;
    }

    LocalDate orderedOn() {
        return orderedOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    BigDecimal ecbRate() {
        return ecbRate;
    }

    BigDecimal points() {
        return points;
    }

    /** How many days after the due day this one is. */
    int daysLate(LocalDate on) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, on));
    }

    /** The interest on an amount that is paid on this day; null where no rate was said. */
    Money interest(Money amount, LocalDate on) {
        return ecbRate == null
                ? null
                : Money.eur(amount.amount()
                        .multiply(ecbRate.add(points))
                        .multiply(BigDecimal.valueOf(daysLate(on)))
                        .divide(PER_CENT_AND_DAY, 2, RoundingMode.HALF_UP));
    }

    DebitNote note() {
        return new DebitNote(debitNote, orderedOn, dueOn);
    }

    RecoveryInterest view(Money interest, LocalDate until) {
        return new RecoveryInterest(
                ecbRate != null,
                ecbRate == null ? null : ecbRate.setScale(2, RoundingMode.UNNECESSARY),
                points.stripTrailingZeros(),
                ecbRate == null ? null : ecbRate.add(points).setScale(2, RoundingMode.UNNECESSARY),
                dueOn.plusDays(1),
                until,
                daysLate(until),
                interest);
    }
}
