package org.fundtrail.infrastructure.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.position.PositionBaseline;
import org.fundtrail.journal.Versions;

/** The estimate that counted, as positions and reports say it. */
public final class BaselineThen {
    private BaselineThen() {}

    /** Null where there was none. */
    public static PositionBaseline of(Versions.Version estimate) {
        return estimate == null
                ? null
                : new PositionBaseline(
                        estimate.record(),
                        estimate.text("name"),
                        new Money(new BigDecimal(estimate.text("amount")), estimate.text("currency")),
                        Basis.valueOf(estimate.text("basis")),
                        new Money(new BigDecimal(estimate.text("gross")), estimate.text("currency")),
                        estimate.facts().path("lowerBound").booleanValue(),
                        LocalDate.parse(estimate.text("date")));
    }
}
