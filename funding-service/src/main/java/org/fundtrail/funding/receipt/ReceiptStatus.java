package org.fundtrail.funding.receipt;

/** Where a receipt stands; how it goes from one to another stands at {@link ReceiptStep}. */
public enum ReceiptStatus {
    RECORDED,
    CONFIRMED,
    REFUSED,
    /** Taken back by who recorded it. */
    WITHDRAWN
}
