package org.fundtrail.common;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until where the record of a service is proved. */
@Schema(name = "LogStanding", description = "Until which entry the record is proved, and whether it goes on")
public record LogStanding(
        @Schema(description = "How many entries are recorded and in their place", examples = "1042")
        long size,

        @Schema(description = "The newest signed checkpoint; null before the first", nullable = true)
        Mark checkpoint,

        @Schema(
                description =
                        "Why nothing is recorded: the record does not go on from what was signed; null as long as it does",
                nullable = true)
        Refused refused,

        @Schema(
                description =
                        "The last check of the whole record that ended, also one that was broken off; null before the first",
                nullable = true)
        VerificationView lastVerification,

        @Schema(
                description =
                        "How many places of the database are not as the entries say, and have no answer of an administrator yet",
                examples = "0")
        long openFindings) {

    @Schema(
            name = "LogRefused",
            description = "Why nothing is recorded behind a record that does not go on from what was signed")
    public record Refused(
            @Schema(description = "The code of the rule by which changes are refused", examples = "history-rolled-back")
            String why,

            @Schema(
                    description =
                            "What was signed last, as it is kept outside of the database; null where that is missing or cannot be read",
                    nullable = true)
            Place kept,

            @Schema(description = "What there is") Place head) {}

    @Schema(name = "LogPlace", description = "A size of the log and its root")
    public record Place(
            @Schema(description = "How many entries", examples = "1042")
            long size,

            @Schema(description = "The root of the tree over them, in Base64")
            String root) {}

    @Schema(name = "LogMark", description = "A checkpoint, to be compared by two people")
    public record Mark(
            @Schema(description = "How many entries it is of", examples = "1042")
            long size,

            @Schema(description = "The root of the tree over them, in Base64")
            String root,

            @Schema(
                    description =
                            "The root in sixteen words that can be read out by telephone (proquints), each of two bytes, the first ones first",
                    examples =
                            "bahif-dazok-nivub-tagis-lusab-babad-gutih-tugad-mudof-sakat-bahif-dazok-nivub-tagis-lusab-babad")
            String words,

            @Schema(description = "When it was signed") Instant signedAt) {}
}
