package org.fundtrail.common;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the frame of every page says of a service. */
@Schema(name = "Standing")
public record Standing(
        @Schema(
                description = "How many records the reader may decide on now, counted no further than to 100",
                examples = "3")
        long waiting) {}
