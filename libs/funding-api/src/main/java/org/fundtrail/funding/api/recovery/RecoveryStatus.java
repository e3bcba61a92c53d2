package org.fundtrail.funding.api.recovery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a recovery stands, from whoever establishes it to whoever has the money (FR 98-99). */
@Schema(
        description =
                "ESTABLISHED until an approver decides; ORDERED, with its debit note, until the money is there: PAID, OFFSET against what another "
                        + "claim is to be paid, or WAIVED. RETURNED leads back to ESTABLISHED; REJECTED and WITHDRAWN are final, and what they were to "
                        + "recover can be recovered again")
public enum RecoveryStatus {
    ESTABLISHED,
    ORDERED,
    PAID,
    OFFSET,
    WAIVED,
    RETURNED,
    REJECTED,
    WITHDRAWN
}
