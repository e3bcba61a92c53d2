package org.fundtrail.infrastructure.api.forecast;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "NewForecast", description = "What somebody expects that is still to be contracted on a cost line")
public record ForecastTerms(
        @NotNull
        @Amount(zero = true)
        @Schema(description = "How much is still to be contracted, net, in EUR; nothing once the line is closed")
        Money toContract,

        @NotNull @Text(max = 300) @Schema(description = "How it was found", examples = "Quotations of three suppliers")
        String method,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "The cameras are tendered in spring")
        String reason,

        @Day(happened = true)
        @Schema(
                description =
                        "From which day it holds: not in the future, not before the line was recorded, and not before the forecast "
                                + "that it replaces; the day it is recorded unless given",
                examples = "2026-03-12")
        LocalDate on)
        implements Terms {}
