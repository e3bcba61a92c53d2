package org.fundtrail.funding.expenditure;

/** What the accounts of a cost item are called. Which chain each belongs to, and what it is for, stands at {@link Chain}. */
final class ItemAccounts {
    static final String ELIGIBLE_COST = "ELIGIBLE_COST";
    static final String DECLARABLE = "DECLARABLE";
    static final String DECLARED = "DECLARED";
    static final String CREDITED_DECLARED = "CREDITED_DECLARED";
    static final String NOT_ELIGIBLE = "NOT_ELIGIBLE";

    static final String GROSS_COST = "GROSS_COST";
    static final String FUNDABLE = "FUNDABLE";
    static final String FUNDED = "FUNDED";
    static final String CREDITED_FUNDED = "CREDITED_FUNDED";
    static final String UNFUNDED = "UNFUNDED";

    private ItemAccounts() {}
}
