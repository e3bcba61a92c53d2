package org.fundtrail.funding.recovery;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.fundtrail.common.Money;

/** How it ended, once there is no more to be paid, with the interest that was due then. */
@Embeddable
class Settlement {
    private LocalDate settledOn;
    private String bankReference;
    private BigDecimal interest;
    private Integer interestDays;

    protected Settlement() {}

    private Settlement(LocalDate settledOn, String bankReference, Money interest, Integer interestDays) {
        this.settledOn = settledOn;
        this.bankReference = bankReference;
        this.interest = interest == null ? null : interest.amount();
        this.interestDays = interestDays;
    }

    /** @param bankReference of a payment, or null where it was offset */
    static Settlement of(Order order, Money amount, LocalDate on, String bankReference) {
        return new Settlement(on, bankReference, order.interest(amount, on), order.daysLate(on));
    }

    /** What is waived bears no interest. */
    static Settlement waived(LocalDate on) {
        return new Settlement(on, null, null, null);
    }

    LocalDate settledOn() {
        return settledOn;
    }

    String bankReference() {
        return bankReference;
    }

    /** Or null where no rate was said, or nothing was paid. */
    Money interest() {
        return interest == null ? null : Money.eur(interest);
    }

    Integer interestDays() {
        return interestDays;
    }
}
