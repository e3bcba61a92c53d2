package org.fundtrail.funding.api.recovery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding of the verification of a claim, by where it stands there. */
@Schema(description = "Where a finding of the claim's verification stands: at a question or at a line, not both")
public record RecoveryFinding(
        @Schema(
                description = "At which question of the checklist that was answered: the first is 1",
                nullable = true,
                examples = "4")
        Integer question,

        @Schema(
                description = "At which line of the claim, from which something was deducted: the first is 1",
                nullable = true,
                examples = "1")
        Integer line) {

    /** Whether it says one place, and not two or none. */
    boolean saysOnePlace() {
        return (question == null) != (line == null);
    }
}
