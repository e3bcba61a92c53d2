package org.fundtrail.funding.costoption;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.journal.Account;

/**
 * Where the money of a cost option stands. What its decision entitles to comes from outside and is free until a claim draws it; what the
 * verification of a claim found not eligible is kept for ever. No account but the one outside goes below zero, so that no cent is drawn twice.
 */
public record Entitlement(Money left, Money drawn, Money notEligible) {
    static final String ENTITLED_BY = "ENTITLED_BY";
    static final String ENTITLED = "ENTITLED";
    static final String DRAWN = "DRAWN";
    static final String NOT_ELIGIBLE = "NOT_ELIGIBLE";

    /** @param stands by kind of account, all claims together */
    static Entitlement of(Map<String, BigDecimal> stands) {
        return new Entitlement(stand(stands, ENTITLED), stand(stands, DRAWN), stand(stands, NOT_ELIGIBLE));
    }

    private static Money stand(Map<String, BigDecimal> stands, String kind) {
        return Money.eur(stands.getOrDefault(kind, BigDecimal.ZERO));
    }

    /** Where all of it came from. */
    static Account outside(UUID option) {
        return Account.outside(ENTITLED_BY, option, null);
    }

    /** What no claim has drawn; more than that is refused at this field. */
    public static Account free(UUID option, String field) {
        return Account.ceiling(ENTITLED, option, null, FundingRule.EXCEEDS_ENTITLED, field);
    }

    /** What a claim has drawn. */
    public static Account drawn(UUID option, UUID claim) {
        return Account.ceiling(DRAWN, option, claim);
    }

    /** What the verification of a claim found not eligible: nobody can claim it. */
    public static Account kept(UUID option, UUID claim) {
        return Account.ceiling(NOT_ELIGIBLE, option, claim);
    }
}
