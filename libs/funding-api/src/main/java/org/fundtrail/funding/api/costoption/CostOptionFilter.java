package org.fundtrail.funding.api.costoption;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fundtrail.common.ApprovalStatus;

/** Which cost options, as asked for in the query. */
public class CostOptionFilter {
    @QueryParam("allocation")
    @Parameter(description = "Id or reference of an allocation", example = "AMIF-EMAS-LT-2021")
    public String allocation;

    @QueryParam("project")
    @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021")
    public String project;

    @QueryParam("kind")
    @Parameter(schema = @Schema(implementation = CostOptionType.class))
    public String kind;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = ApprovalStatus.class))
    public String status;

    @QueryParam("reference")
    @Parameter(description = "Exactly this reference", example = "AMIF-EMAS-LT-2021/SCO1")
    public String reference;

    @QueryParam("q")
    @Parameter(description = "Text in the reference, in the title, or in the reference or title of the project")
    public String q;

    @QueryParam("sort")
    @Parameter(
            description = "recordedAt, reference or amount; a minus in front turns it round (-recordedAt unless given)")
    public String sort;
}
