package org.fundtrail.funding.api.receipt;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which receipts, as asked for in the query. */
public class ReceiptFilter {
    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = ReceiptStatus.class))
    public String status;

    @QueryParam("reference")
    @Parameter(description = "Exactly this reference of the bank", example = "EC-2021-0001")
    public String reference;

    @QueryParam("q")
    @Parameter(description = "Text in the reference of the bank")
    public String q;

    @QueryParam("sort")
    @Parameter(
            description = "recordedAt, amount or valueDate; a minus in front turns it round (recordedAt unless given)")
    public String sort;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "Only what counted by this day, with the amount that counted (counted) and, unless filtered, their total",
            example = "2021-12-31")
    public String asOf;
}
