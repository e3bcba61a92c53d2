package org.fundtrail.funding.api.commitment;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fundtrail.common.ApprovalStatus;

/** Which commitments, as asked for in the query. */
public class CommitmentFilter {
    @QueryParam("project")
    @Parameter(description = "Only those to the project with this id")
    public String project;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = ApprovalStatus.class))
    public String status;

    @QueryParam("reference")
    @Parameter(description = "Exactly this reference of the legal commitment", example = "S-2021-118")
    public String reference;

    @QueryParam("q")
    @Parameter(description = "Text in the reference of the legal commitment")
    public String q;

    @QueryParam("sort")
    @Parameter(
            description =
                    "recordedAt, amount or committed (what it comes to now); a minus in front turns it round (recordedAt unless given)")
    public String sort;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "Only what counted by this day, with the amount that counted (counted) and, unless filtered by more than a project, their total",
            example = "2021-12-31")
    public String asOf;
}
