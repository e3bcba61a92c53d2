package org.fundtrail.common;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step that was taken. */
@Schema(name = "StepTaken", description = "A step of a record's life: who took it, when and why")
public record StepTaken(
        @Schema(description = "The first is 1", examples = "2")
        int n,

        @Schema(
                description = "Which time round: a record that came back and was sent again is in its second",
                examples = "1")
        int round,

        @Schema(examples = "APPROVE") String step,

        PersonRef person,

        @Schema(description = "The duty it was part of, or null for what is nobody's", nullable = true)
        Duty duty,

        Instant at,

        @Schema(description = "Why, or null", nullable = true)
        String reason) {}
