package org.fundtrail.common;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step that has no address of its own. */
@Schema(name = "Step", description = "A step of the record that has no address of its own")
public record StepTerms(
        @Schema(
                required = true,
                description = "Which step, as the record's actions name it, in capitals",
                examples = "WITHDRAW")
        String step,

        @Schema(description = "Why; needed by some steps", maxLength = 2000, examples = "Entered twice")
        String reason,

        @Schema(description = "The day it happened, today unless given; not in the future", examples = "2021-09-01")
        LocalDate on) {}
