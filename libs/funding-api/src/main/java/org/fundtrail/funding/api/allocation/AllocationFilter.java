package org.fundtrail.funding.api.allocation;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.funding.api.programme.Fund;

/** Which allocations, as asked for in the query. */
public class AllocationFilter {
    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = ApprovalStatus.class))
    public String status;

    @QueryParam("fund")
    @Parameter(schema = @Schema(implementation = Fund.class))
    public String fund;

    @QueryParam("programme")
    @Parameter(description = "Id or code of a programme", example = "AMIF-EMAS")
    public String programme;

    @QueryParam("reference")
    @Parameter(description = "Exactly this reference", example = "AMIF-EMAS-LT-2021")
    public String reference;

    @QueryParam("q")
    @Parameter(description = "Text in the reference, donor, recipient or purpose")
    public String q;

    @QueryParam("from")
    @Parameter(description = "Decided on or after this day", example = "2021-01-01")
    public String from;

    @QueryParam("to")
    @Parameter(description = "Decided on or before this day", example = "2021-12-31")
    public String to;

    @QueryParam("sort")
    @Parameter(
            description =
                    "recordedAt, reference, amount, allocated (what it is now) or decisionDate; a minus in front turns it round")
    public String sort;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "Only what counted by this day, with the amount that counted (counted) and, unless filtered by more than a programme, their total",
            example = "2021-12-31")
    public String asOf;
}
