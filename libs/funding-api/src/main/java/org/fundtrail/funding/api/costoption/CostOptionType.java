package org.fundtrail.funding.api.costoption;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which simplified cost option it is (CPR 53(1)). */
@Schema(
        name = "CostOptionKind",
        description =
                "UNIT_COST: a rate for each unit. LUMP_SUM: a sum that is due as a whole once its trigger is met. FLAT_RATE: a part of other costs. "
                        + "OPERATING_SUPPORT: support for the upkeep of a service of the state (BMVI 16, ISF 16). No invoice is asked for any of them "
                        + "(CPR 53, 74(1)(a))")
public enum CostOptionType {
    UNIT_COST,
    LUMP_SUM,
    FLAT_RATE,
    OPERATING_SUPPORT
}
