package org.fundtrail.common;

/** Where a record stands that takes effect once an approver has decided on it; how it goes from one to another stands at its steps. */
public enum ApprovalStatus {
    PROPOSED,
    APPROVED,
    RETURNED,
    REJECTED,
    /** Taken back by who recorded it. */
    WITHDRAWN
}
