package org.fundtrail.funding.api.recovery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The finding because of which something is recovered. */
@Schema(
        name = "RecoveryFoundAt",
        description = "The finding of the claim's verification because of which it is recovered (CPR 74(1)(a))")
public record RecoveryFindingView(
        @Schema(description = "At which question of the claim's checklist it stands, or null", nullable = true)
        Integer question,

        @Schema(description = "At which line of the claim it stands, or null", nullable = true)
        Integer line,

        @Schema(
                description = "What was found, as the claim said it when this was recorded",
                examples = "The notice was not published in the Official Journal")
        String text) {}
