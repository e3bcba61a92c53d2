package org.fundtrail.funding.api.recovery;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which recoveries, as asked for in the query. */
public class RecoveryFilter {
    @QueryParam("allocation")
    @Parameter(description = "Id or reference of an allocation", example = "AMIF-EMAS-LT-2021")
    public String allocation;

    @QueryParam("claim")
    @Parameter(
            description = "Id or reference of a claim of which something is recovered",
            example = "AMIF-EMAS-LT-2021/1")
    public String claim;

    @QueryParam("offset")
    @Parameter(description = "Id or reference of a claim against which it was offset", example = "AMIF-EMAS-LT-2021/2")
    public String offset;

    @QueryParam("project")
    @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021")
    public String project;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = RecoveryStatus.class))
    public String status;

    @QueryParam("reference")
    @Parameter(description = "Exactly this reference", example = "AMIF-EMAS-LT-2021/1/R1")
    public String reference;

    @QueryParam("q")
    @Parameter(
            description =
                    "Text in the reference, in the number of the debit note, or in the reference or title of the project")
    public String q;

    @QueryParam("sort")
    @Parameter(
            description =
                    "recordedAt, reference, amount or dueOn, of which what is not ordered comes last; a minus in front turns it round (-recordedAt unless given)")
    public String sort;
}
