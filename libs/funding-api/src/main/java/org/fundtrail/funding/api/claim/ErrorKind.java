package org.fundtrail.funding.api.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of error was found, as it is reported with the accounts. */
@Schema(
        description =
                "What kind of error was found. PUBLIC_PROCUREMENT: rules of procurement were not kept. INELIGIBLE_COST: the cost is not one that "
                        + "may be paid for. MISSING_PROOF: the papers do not show it. CALCULATION: it was added up wrongly. DOUBLE_FUNDING: it was paid "
                        + "from elsewhere. VAT: value added tax that can be recovered. OUTSIDE_PERIOD: incurred or paid before or after the period of "
                        + "eligibility (CPR 63(2)). OTHER: what the reason says")
public enum ErrorKind {
    PUBLIC_PROCUREMENT,
    INELIGIBLE_COST,
    MISSING_PROOF,
    CALCULATION,
    DOUBLE_FUNDING,
    VAT,
    OUTSIDE_PERIOD,
    OTHER
}
