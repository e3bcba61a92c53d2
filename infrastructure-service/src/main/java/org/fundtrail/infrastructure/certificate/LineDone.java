package org.fundtrail.infrastructure.certificate;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Map;
import org.fundtrail.common.Money;

/** What of a line of the schedule is done to date, as it is kept. */
@Embeddable
class LineDone {
    private String line;
    private BigDecimal amount;

    protected LineDone() {}

    LineDone(String line, Money amount) {
        this.line = line;
        this.amount = amount.amount();
    }

    String line() {
        return line;
    }

    Money amount() {
        return Money.eur(amount);
    }

    Map<String, Object> facts() {
        return Map.of("line", line, "amount", amount.toPlainString());
    }
}
