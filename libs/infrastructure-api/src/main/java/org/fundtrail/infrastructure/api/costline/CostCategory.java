package org.fundtrail.infrastructure.api.costline;

/** What the money of a cost line is spent on. */
public enum CostCategory {
    WORKS,
    EQUIPMENT,
    SERVICES,
    STAFF,
    LAND,
    CONTINGENCY,
    OTHER
}
