package org.fundtrail.funding.api.kinds;

import org.fundtrail.common.Kind;

/** The kinds of record of aid, in the order in which one is looked for by what it is called: a programme and its allocation may share a name. */
public enum FundingKind implements Kind {
    ALLOCATION(About.decided("funding", "reference").and("amended", "closed")),
    RECEIPT(About.recorded("funding", null)
            .with("recorded", "confirmed", "refused", "withdrawn")
            .reversed()),
    COMMITMENT(About.decided("funding", null).reversed().and("amended")),
    ALLOCATION_AMENDMENT(About.decided("funding", null).withoutList()),
    COMMITMENT_AMENDMENT(About.decided("funding", null).withoutList()),
    CLAIM(About.recorded("funding", "reference")
            .with(
                    "recorded",
                    "changed",
                    "submitted",
                    "clock-stopped",
                    "clock-started",
                    "verified",
                    "sent-back",
                    "refused",
                    "authorised",
                    "returned",
                    "rejected",
                    "paid",
                    "withdrawn")
            .reversed()
            .and("offset")),
    RECOVERY(About.recorded("funding", "reference")
            .with(
                    "recorded",
                    "established",
                    "changed",
                    "ordered",
                    "returned",
                    "rejected",
                    "paid",
                    "offset",
                    "offset-released",
                    "waived",
                    "withdrawn")),
    CHECKLIST(About.decided("funding", null)),
    COST_OPTION(About.decided("funding", "reference")),
    PROGRAMME(About.recorded("funding", "code").corrected());

    private final About about;

    FundingKind(About about) {
        this.about = about;
    }

    @Override
    public About about() {
        return about;
    }
}
