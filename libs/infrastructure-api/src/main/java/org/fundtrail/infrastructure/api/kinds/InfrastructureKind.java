package org.fundtrail.infrastructure.api.kinds;

import org.fundtrail.common.Kind;

/** The kinds of record of cost. */
public enum InfrastructureKind implements Kind {
    PROJECT(About.recorded("projects", "reference").corrected()),
    WORKS_PROGRAMME(About.recorded("projects", "reference").corrected()),
    ESTIMATE(About.recorded("projects", null).withoutPage()),
    BASELINE(About.decided("projects", null)
            .with("proposed", "approved", "returned", "rejected", "withdrawn")
            .withoutList()),
    CONTRACT(About.decided("projects", "reference")
            .corrected()
            .and(
                    "performing",
                    "taken-over",
                    "defects-period",
                    "final-acceptance",
                    "taking-over-reversed",
                    "reclassified",
                    "accounts-opened")),
    CERTIFICATE(About.decided("projects", "reference").reversed()),
    COST_LINE(About.recorded("projects", null).withoutList()),
    BUDGET_TRANSFER(About.decided("projects", null).withoutList()),
    BUDGET_CHANGE(About.decided("projects", null).withoutList()),
    DIRECT_COST(About.decided("projects", null).reversed().withoutList()),
    FORECAST(About.recorded("projects", null).withoutPage().withoutList()),
    INVOICE(About.recorded("projects", "number")
            .with(
                    "recorded",
                    "changed",
                    "matched",
                    "approved",
                    "returned",
                    "rejected",
                    "paid",
                    "disputed",
                    "resolved",
                    "withdrawn")),
    CREDIT_NOTE(About.recorded("projects", null).withoutPage().withoutList()),
    SECURITY(About.recorded("projects", null).withoutList()),
    SUBCONTRACTOR(About.recorded("projects", null).withoutList()),
    VARIATION(About.decided("projects", null)
            .with("recorded", "proposed", "submitted", "changed", "approved", "returned", "rejected", "withdrawn")
            .withoutList()),
    COST_REPORT(About.recorded("projects", null).withoutList()),
    ;

    private final About about;

    InfrastructureKind(About about) {
        this.about = about;
    }

    @Override
    public About about() {
        return about;
    }
}
