package org.fundtrail.common;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that came back to whoever recorded it. */
@Schema(name = "ReturnedRecord", description = "A record that came back to the reader: to be changed, or refused")
public record ReturnedRecord(
        @Schema(description = "allocation, receipt, commitment, contract or baseline")
        String type,

        UUID id,
        String reference,

        @Schema(description = "The record it belongs to, or null", nullable = true)
        Subject parent,

        @Schema(description = "What it comes to, or null where no money is on it", nullable = true)
        Money amount,

        @Schema(description = "Where it stands now", examples = "RETURNED")
        String status,

        @Schema(description = "Who sent it back or refused it")
        PersonRef by,

        Instant at,

        @Schema(description = "Why, or null", nullable = true)
        String reason,

        @Schema(description = "The reader may change it and propose it again; otherwise it is refused for good")
        boolean mayChange) {}
