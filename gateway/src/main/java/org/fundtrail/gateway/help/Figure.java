package org.fundtrail.gateway.help;

import java.util.Locale;

/** The figures of the pages, each with a paragraph that says how it is made ({@code made.GAP}). */
public enum Figure {
    ESTIMATED,
    BASELINE,
    AT_LEAST,
    NOT_IN_PROJECT,
    CONTRACTED,
    ALLOCATED,
    RECEIVED,
    COMMITTED,
    CLAIMED,
    REIMBURSED,
    RESERVED,
    COVERED,
    OVER_COMMITTED,
    GAP,
    UNUSED,
    AVAILABLE,
    ANNOUNCED,
    TO_RECEIVE,
    OVERRUN,
    CERTIFIED,
    INVOICED,
    PAID,
    ESTIMATE_AT_COMPLETION,
    GAP_AT_COMPLETION,
    COST_REPORT;

    /** Where on the page of help it is explained. */
    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
