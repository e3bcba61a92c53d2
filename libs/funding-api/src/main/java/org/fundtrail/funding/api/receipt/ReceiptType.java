package org.fundtrail.funding.api.receipt;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a payment of the donor is: float that is cleared later, reimbursement of declared cost, or the closing payment. */
@Schema(name = "ReceiptKind")
public enum ReceiptType {
    PRE_FINANCING,
    INTERIM,
    BALANCE
}
