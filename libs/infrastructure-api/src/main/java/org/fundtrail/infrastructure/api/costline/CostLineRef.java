package org.fundtrail.infrastructure.api.costline;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cost line where another record names it. */
@Schema(description = "A line of a project's budget")
public record CostLineRef(
        UUID id, @Schema(examples = "Works") String name) {}
