package org.fundtrail.funding.api.kinds;

import org.fundtrail.common.Kind;

/** The kinds of record of aid. */
public enum FundingKind implements Kind {
    PROGRAMME(About.recorded("funding", "code")),
    ALLOCATION(About.decided("funding", "reference")),
    RECEIPT(About.recorded("funding", null).with("recorded", "confirmed", "refused", "withdrawn")),
    COMMITMENT(About.decided("funding", null));

    private final About about;

    FundingKind(About about) {
        this.about = about;
    }

    @Override
    public About about() {
        return about;
    }
}
