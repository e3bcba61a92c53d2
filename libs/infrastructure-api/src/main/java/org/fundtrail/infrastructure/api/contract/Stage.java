package org.fundtrail.infrastructure.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an approved contract has come. */
@Schema(
        description =
                "SIGNED once approved; PERFORMING when work has begun; TAKEN_OVER by the certificate that says so; DEFECTS_PERIOD; "
                        + "FINAL_ACCEPTANCE, when everything held back is released")
public enum Stage {
    SIGNED,
    PERFORMING,
    TAKEN_OVER,
    DEFECTS_PERIOD,
    FINAL_ACCEPTANCE
}
