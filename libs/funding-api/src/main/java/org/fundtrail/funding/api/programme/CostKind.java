package org.fundtrail.funding.api.programme;

/** What a project is and a programme may pay for; infrastructure-service uses the same names for a project's kind. */
public enum CostKind {
    RECEPTION,
    PHYSICAL_BARRIER,
    SURVEILLANCE_SYSTEM,
    BORDER_CROSSING_POINT,
    EQUIPMENT,
    IT_SYSTEM,
    STAFF,
    TRAINING,
    OTHER
}
