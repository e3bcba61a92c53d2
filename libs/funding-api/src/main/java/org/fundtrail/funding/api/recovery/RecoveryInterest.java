package org.fundtrail.funding.api.recovery;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** What late payment costs. */
@Schema(
        description =
                "The interest on late payment (FR 98-99): simple, from the day after the due day to that of the payment or offset, rate x days / 365 of "
                        + "the amount, rounded half up to the cent. While it is ordered as of today, afterwards as it was kept")
public record RecoveryInterest(
        @Schema(
                description =
                        "Whether the rate of the European Central Bank was said; otherwise no interest is computed")
        boolean stated,

        @Schema(
                description = "That rate, in per cent, or null",
                implementation = String.class,
                nullable = true,
                examples = "4.50")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal ecbRate,

        @Schema(description = "The percentage points above it", implementation = String.class, examples = "3.5")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal points,

        @Schema(
                description = "Both together, in per cent a year, or null",
                implementation = String.class,
                nullable = true,
                examples = "8.00")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate,

        @Schema(description = "From which day: the one after the due day", examples = "2023-11-01")
        LocalDate from,

        @Schema(
                description = "Up to which day: that of the payment, offset or waiver, or today",
                examples = "2024-01-10")
        LocalDate until,

        @Schema(description = "So many days; none up to the due day", examples = "71")
        int days,

        @Schema(
                description = "What it comes to; null where the rate was not said, and what is waived bears none",
                nullable = true)
        Money amount) {}
