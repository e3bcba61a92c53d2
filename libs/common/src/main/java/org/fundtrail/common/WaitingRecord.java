package org.fundtrail.common;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that waits for somebody to decide on it. */
@Schema(name = "WaitingRecord", description = "A record that waits for a second person")
public record WaitingRecord(
        @Schema(description = "The kind of record, such as allocation or contract")
        String type,

        UUID id,
        String reference,

        @Schema(description = "The record it belongs to, or null", nullable = true)
        Subject parent,

        @Schema(description = "What it is for, in a few words, or null", nullable = true)
        String purpose,

        @Schema(description = "What it comes to, or null where no money is on it", nullable = true)
        Money amount,

        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "It is in force, and what waits is that it is undone")
        boolean reversal,

        @Schema(description = "The reader may decide on it now")
        boolean mayDecide,

        @Schema(description = "The reader recorded or changed it, so somebody else has to decide")
        boolean ownRecord,

        @Schema(
                description =
                        "It was recorded in spite of a rule, with a reason: whoever decides on it decides on that as well")
        boolean override) {}
