package org.fundtrail.common;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of what waits, and how many of all the reader may decide. */
@Schema(name = "WaitingRecords", description = "Oldest first")
public record WaitingRecords(
        List<WaitingRecord> items,
        @Schema(nullable = true) String next,

        @Schema(
                description =
                        "How many of all the reader may decide now, on this page or not, counted no further than to 1000",
                examples = "3")
        long count) {}
