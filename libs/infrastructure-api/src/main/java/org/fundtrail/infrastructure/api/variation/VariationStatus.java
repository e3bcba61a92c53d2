package org.fundtrail.infrastructure.api.variation;

/** Where a variation stands. */
public enum VariationStatus {
    POTENTIAL,
    PENDING,
    APPROVED,
    RETURNED,
    REJECTED,
    /** Taken back by who recorded it. */
    WITHDRAWN
}
