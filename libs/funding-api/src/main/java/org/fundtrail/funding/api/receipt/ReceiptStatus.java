package org.fundtrail.funding.api.receipt;

/** Where a receipt stands; how it goes from one to another stands at its steps. */
public enum ReceiptStatus {
    RECORDED,
    CONFIRMED,
    REFUSED,
    /** Taken back by who recorded it. */
    WITHDRAWN,
    /** Received and counted still; its reversal waits for a second person. */
    REVERSAL_PROPOSED,
    /** Was confirmed; undone by an entry of a later day. */
    REVERSED
}
