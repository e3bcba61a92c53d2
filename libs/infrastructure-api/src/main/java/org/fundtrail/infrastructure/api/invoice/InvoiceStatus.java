package org.fundtrail.infrastructure.api.invoice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an invoice stands between the four people who see it. */
@Schema(
        description =
                "RECEIVED until another project officer has matched it; MATCHED until an approver decides; APPROVED until an accountant "
                        + "has paid it; PAID. RETURNED leads back to RECEIVED, and so does DISPUTED; REJECTED and WITHDRAWN are final and free its number")
public enum InvoiceStatus {
    RECEIVED,
    MATCHED,
    APPROVED,
    PAID,
    RETURNED,
    REJECTED,
    DISPUTED,
    WITHDRAWN
}
