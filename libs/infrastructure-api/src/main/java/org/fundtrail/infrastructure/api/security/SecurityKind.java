package org.fundtrail.infrastructure.api.security;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a security of a contract is for. */
@Schema(
        description =
                "PERFORMANCE that the contractor does what was agreed, ADVANCE that the advance is paid back, RETENTION in the place of "
                        + "money held back, INSURANCE of the works")
public enum SecurityKind {
    PERFORMANCE,
    ADVANCE,
    RETENTION,
    INSURANCE
}
