package org.fundtrail.funding.api.doublefunding;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which costs, as asked for in the query. */
public class SharedCostFilter {
    @QueryParam("project")
    @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021")
    public String project;

    @QueryParam("share")
    @Parameter(
            description = "From which share on a cost is listed, as its share says it; 0.9 unless given",
            schema = @Schema(implementation = String.class, defaultValue = "0.9"),
            example = "0.9")
    public String share;

    @QueryParam("several")
    @Parameter(
            description = "true: only costs of which several claims have a part",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN))
    public String several;
}
