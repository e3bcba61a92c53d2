package org.fundtrail.infrastructure.api.variation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A threshold of Directive 2014/24/EU, Article 72, that is passed. Stated, never refused. */
@Schema(
        description =
                "TOGETHER_ABOVE_10_PERCENT: the approved variations and this one come to more than 10 % of what the contract was worth at "
                        + "first (services and supplies, Article 72(2)). TOGETHER_ABOVE_15_PERCENT: to more than 15 % (works, Article 72(2)). "
                        + "ABOVE_50_PERCENT: this one alone comes to more than 50 % (Article 72(1)(b) and (c))")
public enum VariationWarning {
    TOGETHER_ABOVE_10_PERCENT,
    TOGETHER_ABOVE_15_PERCENT,
    ABOVE_50_PERCENT
}
