package org.fundtrail.infrastructure.api.report;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which cost report is asked for. */
public class CostReportFilter {
    @QueryParam("asOf")
    @Parameter(description = "The day, today unless given; not in the future", example = "2022-12-31")
    public String asOf;

    @QueryParam("recorded")
    @Parameter(
            description = "How many recorded entries to read from: what an earlier answer said; all unless given",
            example = "42")
    public String recorded;

    @QueryParam("vat")
    @Parameter(
            description = "included adds the VAT that the project does not recover",
            schema = @Schema(enumeration = {"excluded", "included"}))
    public String vat;
}
