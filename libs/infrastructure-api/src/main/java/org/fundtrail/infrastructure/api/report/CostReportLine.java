package org.fundtrail.infrastructure.api.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of a cost report: a cost line, or what of a project has none. */
@Schema(name = "CostReportLine")
public record CostReportLine(
        @Schema(description = "Null for what of the project has no cost line", nullable = true)
        CostReportCostLine costLine,

        CostReportProject project,
        @JsonUnwrapped CostColumns columns,

        @Schema(description = "What of it each contract brings, by reference")
        List<CostReportContract> contracts) {}
