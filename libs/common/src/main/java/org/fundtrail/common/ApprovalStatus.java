package org.fundtrail.common;

/** Where a record stands that takes effect once an approver has decided on it; how it goes from one to another stands at its steps. */
public enum ApprovalStatus {
    PROPOSED,
    APPROVED,
    RETURNED,
    REJECTED,
    /** Taken back by who recorded it. */
    WITHDRAWN,
    /** In force and counted still; its reversal waits for a second person. */
    REVERSAL_PROPOSED,
    /** Was in force; undone by an entry of a later day. */
    REVERSED
}
