package org.fundtrail.infrastructure.api.variation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changes the worth of a contract. The two are counted apart: an adjustment of prices is no change of what is built. */
@Schema(
        description =
                "VARIATION of what is done (Directive 2014/24/EU, Article 72). PRICE_ADJUSTMENT as the contract itself provides for: "
                        + "counted apart, and in no threshold")
public enum VariationClass {
    VARIATION,
    PRICE_ADJUSTMENT
}
