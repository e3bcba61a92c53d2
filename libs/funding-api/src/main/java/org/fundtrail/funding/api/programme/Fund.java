package org.fundtrail.funding.api.programme;

/** Whose money it is, and the act that says what it may pay for. */
public enum Fund {
    AMIF("Regulation (EU) 2021/1147"),
    BMVI("Regulation (EU) 2021/1148"),
    ISF("Regulation (EU) 2021/1149"),
    CCEI("Regulation (EU) 2021/1077"),
    UCPM("Decision No 1313/2013/EU"),
    NATIONAL("the state budget"),
    BILATERAL("the donor's agreement");

    private final String law;

    Fund(String law) {
        this.law = law;
    }

    /** Whether it is the Union's: what is paid from it is declared to the Commission, and once only. */
    public boolean isOfUnion() {
        return this != NATIONAL && this != BILATERAL;
    }

    public String law() {
        return law;
    }
}
