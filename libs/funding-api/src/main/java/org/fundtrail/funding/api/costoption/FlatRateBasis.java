package org.fundtrail.funding.api.costoption;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of which costs of a claim a flat rate for indirect costs is a part, and how large a part at most (CPR 54). */
@Schema(
        description =
                "DIRECT_COSTS_7: up to 7 % of direct costs (CPR 54(a)). STAFF_15: up to 15 % of direct staff costs (CPR 54(b)). CALCULATED_25: up "
                        + "to 25 % of direct costs, by a calculation of one's own (CPR 54(c))")
public enum FlatRateBasis {
    DIRECT_COSTS_7("7"),
    STAFF_15("15"),
    CALCULATED_25("25");

    private final BigDecimal most;

    FlatRateBasis(String most) {
        this.most = new BigDecimal(most);
    }

    /** The most that it may be, in percent. */
    public BigDecimal most() {
        return most;
    }

    /** Whether it is a part of the costs of staff alone. */
    public boolean isOfStaff() {
        return this == STAFF_15;
    }
}
