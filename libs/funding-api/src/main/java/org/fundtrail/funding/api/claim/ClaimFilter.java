package org.fundtrail.funding.api.claim;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which claims, as asked for in the query. */
public class ClaimFilter {
    @QueryParam("allocation")
    @Parameter(description = "Id or reference of an allocation", example = "AMIF-EMAS-LT-2021")
    public String allocation;

    @QueryParam("project")
    @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021")
    public String project;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = ClaimStatus.class))
    public String status;

    @QueryParam("reference")
    @Parameter(description = "Exactly this reference", example = "AMIF-EMAS-LT-2021/1")
    public String reference;

    @QueryParam("q")
    @Parameter(description = "Text in the reference, or in the reference or title of the project")
    public String q;

    @QueryParam("sort")
    @Parameter(
            description = "recordedAt, reference or share; a minus in front turns it round (-recordedAt unless given)")
    public String sort;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "Only what counted by this day, with the amount that counted (counted) and, unless filtered by more than an allocation or a "
                            + "project, their total",
            example = "2022-05-31")
    public String asOf;

    @QueryParam("counting")
    @Parameter(
            description =
                    "With asOf, or as of today: the amount that counted (counted) is what was claimed, or what of that was reimbursed, less what was "
                            + "recovered; only claims of which something was. CLAIMED unless given",
            schema = @Schema(implementation = ClaimFigure.class))
    public String counting;
}
