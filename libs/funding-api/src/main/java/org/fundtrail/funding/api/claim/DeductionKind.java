package org.fundtrail.funding.api.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is deducted from a claim, and so whether it can be claimed again. */
@Schema(
        description =
                "NOT_ELIGIBLE: it cannot be claimed, by nobody and never again. NOT_PROVEN: it was not shown to be, and can be claimed again "
                        + "with what proves it")
public enum DeductionKind {
    NOT_ELIGIBLE,
    NOT_PROVEN
}
