package org.fundtrail.infrastructure.api.estimate;

/** Whether an estimated amount contains value added tax. */
public enum Basis {
    /** Without VAT: it is added. */
    NET,
    /** With VAT. */
    GROSS,
    /** The source does not say: it counts as stated, and is shown as such. */
    UNKNOWN
}
