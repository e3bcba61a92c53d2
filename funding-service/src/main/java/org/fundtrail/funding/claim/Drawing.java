package org.fundtrail.funding.claim;

import org.fundtrail.common.Money;

/** What a line of a claim draws on, and what the steps of the claim move there. */
interface Drawing {

    /**
     * What a verification takes from a line.
     *
     * @param deducted from what it claims
     * @param notEligible what of that nobody can claim any more
     * @param share what the allocation pays of the rest
     * @param less by how much less it pays
     */
    record Deduction(Money deducted, Money notEligible, Money share, Money less) {}

    /** Submitted, the line takes what it claims, and what its allocation pays of that. More than is free is refused at this field. */
    void take(Money claimed, Money share, String field);

    /** Verified, it gives up what is deducted; answers what is left of it. */
    ClaimHolding giveUp(Deduction deduction);

    /** Authorised, it gives up so much of what the allocation was to pay: it is free again. */
    void payLess(Money less);

    /** Before the claim goes on it has again what others took back of what it holds. */
    void holdAsBefore();

    /** Come back, it gives back all that it took. */
    void giveBack(Money claimed, ClaimHolding holding);
}
