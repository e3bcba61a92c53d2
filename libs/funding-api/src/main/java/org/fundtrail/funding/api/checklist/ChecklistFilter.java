package org.fundtrail.funding.api.checklist;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fundtrail.common.ApprovalStatus;

/** Which checklists, as asked for in the query. */
public class ChecklistFilter {
    @QueryParam("programme")
    @Parameter(description = "Id or code of a programme", example = "AMIF-EMAS")
    public String programme;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = ApprovalStatus.class))
    public String status;

    @QueryParam("inForce")
    @Parameter(description = "true for those alone that are answered when claims are verified now", example = "true")
    public String inForce;

    @QueryParam("q")
    @Parameter(description = "Text in the title")
    public String q;

    @QueryParam("sort")
    @Parameter(description = "recordedAt; a minus in front turns it round (-recordedAt unless given)")
    public String sort;
}
