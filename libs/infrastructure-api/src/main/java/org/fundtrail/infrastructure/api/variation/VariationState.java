package org.fundtrail.infrastructure.api.variation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a variation begins. */
@Schema(
        description =
                "POTENTIAL: a notice or a risk, by its rough order of magnitude. PENDING: submitted, so that an approver decides. What was "
                        + "returned is PENDING again once it is changed, whatever this says")
public enum VariationState {
    POTENTIAL,
    PENDING
}
