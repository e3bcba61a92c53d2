package org.fundtrail.funding.api.rules;

import org.fundtrail.common.Rule;

/** Every rule of funding that can refuse something here, with its legal source where it has one. */
public enum FundingRule implements Rule {
    PROGRAMME_CODE_TAKEN(409, "There is already a programme with this code."),
    PROGRAMME_UNKNOWN(400, "There is no programme {value}. Give the id or code of a recorded programme."),
    ALLOCATION_REFERENCE_TAKEN(409, "There is already an allocation with this reference."),
    RATE_ABOVE_CAP(
            400,
            "The EU may pay at most {cap} of a cost of the type {actionType} (BMVI 12, AMIF 15). Lower the co-financing rate."),
    ALLOCATION_NOT_IN_FORCE(409, "The allocation {reference} is {status}: it has to be approved first."),
    EXCEEDS_ALLOCATION(409, "Only {available} of the allocation is still to be received, so {amount} cannot be."),
    RECEIPT_RECORDED_TWICE(409, "This payment is already recorded: same bank reference, value date and amount."),
    EXCEEDS_AVAILABLE(409, "Only {available} of the allocation is available, so {amount} cannot be committed."),
    COST_OUTSIDE_PROGRAMME(
            409,
            "The programme {programme} may pay for {scope} only ({law}); {project} is of the kind {kind} and cannot be paid from it."),
    PROJECT_UNKNOWN(400, "There is no project {value}. Give the id or reference of a recorded project.");

    private final int status;
    private final String sentence;

    FundingRule(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
