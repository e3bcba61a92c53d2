package org.fundtrail.common;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an approver decides. */
@Schema(description = "An approver's decision. Who recorded or changed the record cannot take it.")
public record Decision(
        @Schema(
                required = true,
                description =
                        "APPROVED: it takes effect. RETURNED: its officer may change it and send it again. REJECTED: final.")
        Outcome outcome,

        @Schema(description = "Why; needed unless approved", maxLength = 2000, examples = "The decision is not signed")
        String reason) {

    @Schema(name = "DecisionOutcome")
    public enum Outcome {
        APPROVED,
        RETURNED,
        REJECTED
    }
}
