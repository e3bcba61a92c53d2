package org.fundtrail.funding.api.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a claim stands between the four people who see it. */
@Schema(
        description =
                "DRAFT takes nothing; SUBMITTED until another funding officer has verified it, CLOCK_STOPPED while they wait for what is missing; "
                        + "VERIFIED until an approver decides; AUTHORISED until an accountant has paid it; PAID. REVERSAL_PROPOSED is paid still, until an approver says that it was not and it "
                        + "is AUTHORISED again. RETURNED leads back to DRAFT or is "
                        + "submitted again; REJECTED and WITHDRAWN are final. What came back holds nothing")
public enum ClaimStatus {
    DRAFT,
    SUBMITTED,
    CLOCK_STOPPED,
    VERIFIED,
    AUTHORISED,
    PAID,
    RETURNED,
    REJECTED,
    WITHDRAWN,
    REVERSAL_PROPOSED
}
