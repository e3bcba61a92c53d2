package org.fundtrail.funding.api.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** On what a line of a claim rests (CPR 53). */
@Schema(
        description =
                "INVOICE: an approved invoice of infrastructure-service. DIRECT_COST: an approved cost without a contract, such as staff")
public enum ClaimLineKind {
    INVOICE,
    DIRECT_COST
}
