package org.fundtrail.funding.api.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** On what a line of a claim rests (CPR 53(1)). */
@Schema(
        description =
                "INVOICE: an approved invoice of infrastructure-service. DIRECT_COST: an approved cost without a contract, such as staff. The others "
                        + "rest on an approved cost option of that kind, and no invoice is asked for (CPR 53-56)")
public enum ClaimLineKind {
    INVOICE,
    DIRECT_COST,
    UNIT_COST,
    LUMP_SUM,
    FLAT_RATE,
    OPERATING_SUPPORT;

    /** Whether it rests on a cost option; otherwise on a real cost. */
    public boolean isOfOption() {
        return this != INVOICE && this != DIRECT_COST;
    }
}
