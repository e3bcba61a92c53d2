package org.fundtrail.funding.api.allocation;

import java.math.BigDecimal;

/** What kind of support an allocation is, and the most that the EU may pay of a cost under it (BMVI 12, AMIF 15). */
public enum ActionType {
    REGULAR("0.75"),
    SPECIFIC_ACTION("0.9"),
    ANNEX_IV("0.9"),
    OPERATING_SUPPORT("1"),
    EMERGENCY_ASSISTANCE("1"),
    TECHNICAL_ASSISTANCE("1"),
    /** The state's own money: no EU act caps it. */
    NATIONAL("1"),
    /** A gift of another state or donor: no EU act caps it. */
    GIFT("1");

    private final BigDecimal cap;

    ActionType(String cap) {
        this.cap = new BigDecimal(cap);
    }

    /** Whether it pays all of a cost that is claimed from it, whatever its rate: money that is not the Union's. */
    public boolean paysAll() {
        return this == NATIONAL || this == GIFT;
    }

    public BigDecimal cap() {
        return cap;
    }
}
