package org.fundtrail.infrastructure.api.trace;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Costs that are traced. */
@Schema(description = "Approved costs that are traced, the earliest first")
public record TracedCosts(
        List<TracedCost> items,

        @Schema(description = "Always null: there are no further pages", nullable = true)
        String next,

        @Schema(
                description =
                        "There is more than the 5000 earliest rows, of which these costs are: ask for parts of it")
        boolean truncated) {

    public TracedCosts(List<TracedCost> items, boolean truncated) {
        this(items, null, truncated);
    }
}
