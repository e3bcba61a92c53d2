package org.fundtrail.infrastructure.api.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.position.PositionBaseline;

/** What a project or works programme costs, line by line, as of a day, read from so many recorded entries. */
@Schema(name = "CostReport")
public record CostReportView(
        @Schema(description = "The project or works programme")
        Subject of,

        @Schema(examples = "2022-12-31") LocalDate asOf,

        @Schema(
                description =
                        "How many entries this was read from: given back with asOf and vat, it gives the same bytes again",
                examples = "42")
        long recorded,

        CostReportVat vat,

        @Schema(
                description =
                        "By which VAT is reckoned on what is not contracted yet, but for staff and land; null without VAT",
                implementation = String.class,
                examples = "0.21",
                nullable = true)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal vatRate,

        @Schema(description = "The estimate that counted on that day, or null", nullable = true)
        PositionBaseline baseline,

        @Schema(
                description =
                        "The baseline (gross) less the estimate at completion: only in a report with VAT, since a gross estimate is "
                                + "compared with nothing net; negative is over",
                nullable = true)
        Money againstBaseline,

        @Schema(
                description =
                        "Cost lines as they were recorded, then what has none; of a works programme project by project")
        List<CostReportLine> lines,

        CostColumns totals) {}
