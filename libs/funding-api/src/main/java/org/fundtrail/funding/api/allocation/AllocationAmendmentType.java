package org.fundtrail.funding.api.allocation;

/** What is to become of an allocation in force. */
public enum AllocationAmendmentType {
    /** A decision of the donor gives more, or less. */
    AMENDMENT,
    /** What no project needs goes back. */
    DECOMMITMENT,
    /** Nothing of it is open any more, and nothing is recorded on it afterwards. */
    CLOSURE
}
