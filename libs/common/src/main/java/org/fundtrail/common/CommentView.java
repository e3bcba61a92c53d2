package org.fundtrail.common;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment as its readers see it. */
@Schema(name = "Comment", description = "What somebody asked or said about a record, and what was answered")
public record CommentView(
        UUID id,

        @Schema(description = "The record, as it was called then")
        Subject about,

        @Schema(description = "What that record belongs to, or null", nullable = true)
        Subject parent,

        PersonRef writtenBy,
        Instant writtenAt,

        @Schema(examples = "Where is the contract of the second stage?")
        String text,

        @Schema(description = "Whom it asks, or null", nullable = true)
        PersonRef to,

        @Schema(description = "Until when an answer is asked for, or null", nullable = true, examples = "2026-12-18")
        LocalDate by,

        @Schema(description = "What was answered, or null while it is open", nullable = true)
        String answer,

        @Schema(description = "Who answered, or null", nullable = true)
        PersonRef answeredBy,

        @Schema(description = "When, or null", nullable = true)
        Instant answeredAt,

        @Schema(description = "It is open, and the reader wrote it or is asked")
        boolean mayAnswer) {

    /** Whether an answer was asked for until a day that has passed. */
    public boolean isOverdue(LocalDate today) {
        return answer == null && by != null && by.isBefore(today);
    }
}
