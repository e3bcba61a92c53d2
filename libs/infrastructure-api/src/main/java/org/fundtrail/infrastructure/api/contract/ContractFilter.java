package org.fundtrail.infrastructure.api.contract;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fundtrail.common.ApprovalStatus;

/** Which contracts, as asked for in the query. */
public class ContractFilter {
    @QueryParam("project")
    @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021")
    public String project;

    @QueryParam("worksProgramme")
    @Parameter(
            description = "Id or reference of a works programme: the contracts of its projects",
            example = "LT-BORDER-2021")
    public String worksProgramme;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = ApprovalStatus.class))
    public String status;

    @QueryParam("reference")
    @Parameter(description = "Exactly this reference", example = "LT-BARRIER-2021-TETAS-1")
    public String reference;

    @QueryParam("q")
    @Parameter(description = "Text in the reference, or in the contractor's name or identifier")
    public String q;

    @QueryParam("sort")
    @Parameter(
            description =
                    "recordedAt, reference, signedOn or gross; a minus in front turns it round (-recordedAt unless given)")
    public String sort;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "Only what counted by this day, with the amount that counted (counted) and, unless filtered by more than a project or works programme, their total",
            example = "2021-12-31")
    public String asOf;

    @QueryParam("counting")
    @Parameter(
            description =
                    "With asOf, or as of today: the amount that counted (counted) is what was certified, invoiced or paid by then, with VAT, instead of "
                            + "what was contracted; only contracts of which something was",
            schema = @Schema(implementation = ContractFigure.class))
    public String counting;
}
