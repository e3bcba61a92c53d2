package org.fundtrail.infrastructure.api.project;

/** What a project is, and so which programmes may pay for it: funding-service uses the same names for what a programme may pay for. */
public enum ProjectKind {
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
