package org.fundtrail.infrastructure.api.report;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;

/** Of which day a cost report is issued, and whether with VAT. It is read from all that is recorded by then. */
@Schema(name = "CostReportTerms")
public record CostReportTerms(
        @Day(happened = true)
        @Schema(description = "As of this day, today unless given; not in the future", examples = "2022-12-31")
        LocalDate asOf,

        @Schema(description = "EXCLUDED unless given") CostReportVat vat)
        implements Terms {}
