package org.fundtrail.journal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;

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
        REJECTED;

        /** The one of these steps that it means: APPROVED is taken by APPROVE. */
        public <S extends Enum<S> & Step> S step(Class<S> steps) {
            return Enum.valueOf(
                    steps,
                    switch (this) {
                        case APPROVED -> "APPROVE";
                        case RETURNED -> "RETURN";
                        case REJECTED -> "REJECT";
                    });
        }
    }

    /** Refuses a decision without an outcome, and a return or rejection without a reason. */
    public Decision checked() {
        new Checks()
                .given(outcome, "outcome")
                .that(
                        outcome == null || outcome == Outcome.APPROVED || reason != null,
                        JournalRule.REASON_REQUIRED,
                        "reason",
                        "action",
                        outcome == Outcome.RETURNED ? "return" : "reject")
                .done();
        return this;
    }
}
