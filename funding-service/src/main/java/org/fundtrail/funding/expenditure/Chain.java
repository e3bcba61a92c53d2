package org.fundtrail.funding.expenditure;

import java.util.UUID;
import org.fundtrail.common.Rule;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.journal.Account;

/**
 * The two chains on which the money of a cost item stands, whichever fund, programme or allocation asks for it. What comes from outside is
 * free; a claim holds what it took; what its verification found not eligible is kept for ever; what a credit note took back of what a claim
 * holds stands apart until the claim has dealt with it. No account but the one outside goes below zero, so that no cent is held twice.
 */
public enum Chain {
    /** Of what is eligible: what claims of the Union's funds declare. No expenditure is declared twice (CPR 63(9)). */
    DECLARING(
            ItemAccounts.ELIGIBLE_COST,
            ItemAccounts.DECLARABLE,
            ItemAccounts.DECLARED,
            ItemAccounts.CREDITED_DECLARED,
            ItemAccounts.NOT_ELIGIBLE,
            FundingRule.EXCEEDS_DECLARABLE),
    /** Of the cost with VAT: what allocations pay, the Union's, the state's and those of donors. No cost is funded twice (FR 194). */
    FUNDING(
            ItemAccounts.GROSS_COST,
            ItemAccounts.FUNDABLE,
            ItemAccounts.FUNDED,
            ItemAccounts.CREDITED_FUNDED,
            ItemAccounts.UNFUNDED,
            FundingRule.EXCEEDS_FUNDABLE);

    final String outside;
    final String free;
    final String held;
    final String credited;
    final String kept;
    private final Rule exceeded;

    Chain(String outside, String free, String held, String credited, String kept, Rule exceeded) {
        this.outside = outside;
        this.free = free;
        this.held = held;
        this.credited = credited;
        this.kept = kept;
        this.exceeded = exceeded;
    }

    /** By which taking more than is free is refused. */
    public Rule exceeded() {
        return exceeded;
    }

    /** Where all of it came from. */
    public Account outside(UUID item) {
        return Account.outside(outside, item, null);
    }

    /** What no claim holds; more than that is refused at this field. */
    public Account free(UUID item, String field) {
        return Account.ceiling(free, item, null, exceeded, field);
    }

    /** The same, where what is missing is missing because credit notes took it back. */
    public Account freeAfterCredit(UUID item, String field) {
        return Account.ceiling(free, item, null, FundingRule.CREDITED_SINCE, field);
    }

    /** What a claim holds. */
    public Account held(UUID item, UUID claim) {
        return Account.ceiling(held, item, claim);
    }

    /** What a credit note took back of what a claim holds. */
    public Account credited(UUID item, UUID claim) {
        return Account.ceiling(credited, item, claim);
    }

    /** What the verification of a claim found not eligible: nobody can claim it. */
    public Account kept(UUID item, UUID claim) {
        return Account.ceiling(kept, item, claim);
    }
}
