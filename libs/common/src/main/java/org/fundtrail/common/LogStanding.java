package org.fundtrail.common;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until where the record of a service is proved. */
@Schema(name = "LogStanding", description = "Until which entry the record is proved, and whether it goes on")
public record LogStanding(
        @Schema(description = "How many entries are recorded and in their place", examples = "1042")
        long size,

        @Schema(description = "The newest signed checkpoint; null before the first", nullable = true)
        Mark checkpoint) {

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
