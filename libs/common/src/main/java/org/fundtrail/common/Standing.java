package org.fundtrail.common;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the frame of every page says of a service. */
@Schema(name = "Standing")
public record Standing(
        @Schema(
                description = "How many records the reader may decide on now, counted no further than to 100",
                examples = "3")
        long waiting,

        @Schema(
                description =
                        "How many records came back to the reader for them to change, counted no further than to 100",
                examples = "1")
        long returned,

        @Schema(
                description = "How many comments ask the reader something and are open, counted no further than to 100",
                examples = "2")
        long asked,

        @Schema(
                description =
                        "Why nothing is recorded, by the code of the rule that refuses it: the record does not go on from what was signed; null "
                                + "as long as it does",
                nullable = true,
                examples = "history-rolled-back")
        String stopped) {}
