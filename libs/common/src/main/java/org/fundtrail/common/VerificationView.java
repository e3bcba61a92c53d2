package org.fundtrail.common;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A check of the whole record of a service by the service itself, as its readers see it. */
@Schema(name = "Verification", description = "A check of the whole record of a service by the service itself")
public record VerificationView(
        UUID id,

        @Schema(
                description =
                        "Where it stands: PASSED found nothing, FAILED found something, ABORTED did not come to its end")
        State state,

        @Schema(description = "Who asked for it; null for the clock, every night", nullable = true)
        PersonRef askedBy,

        Instant askedAt,

        @Schema(nullable = true) Instant startedAt,

        @Schema(nullable = true) Instant finishedAt,

        @Schema(
                description =
                        "How many entries were looked at; each is twice, once in the log and once with its record",
                examples = "2084")
        long done,

        @Schema(description = "How many there are to look at", examples = "2084")
        long total,

        @Schema(description = "Of how many entries the log was, once it was walked", examples = "1042", nullable = true)
        Long size,

        @Schema(description = "The root over them, in base64", nullable = true)
        String root,

        @Schema(
                description = "How many places are not as the entries say; those that were found before count too",
                examples = "0")
        long findings) {

    /** Where it stands. */
    @Schema(name = "VerificationState")
    public enum State {
        QUEUED,
        RUNNING,
        PASSED,
        FAILED,
        ABORTED
    }
}
