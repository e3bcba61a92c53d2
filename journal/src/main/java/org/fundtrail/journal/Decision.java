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

        public ApprovalStatus status() {
            return ApprovalStatus.valueOf(name());
        }

        /** For names of actions: {@code allocation.approved}. */
        public String past() {
            return name().toLowerCase();
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
