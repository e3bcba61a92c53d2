package org.fundtrail.funding.api.claim;

/** A figure of positions that claims make up. */
public enum ClaimFigure {
    /** What the allocations pay of submitted claims, paid or not, less what was recovered. */
    CLAIMED,
    /** What of that was paid to beneficiaries, less what was recovered. */
    REIMBURSED
}
