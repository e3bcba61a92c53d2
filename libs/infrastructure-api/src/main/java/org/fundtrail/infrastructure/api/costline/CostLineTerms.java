package org.fundtrail.infrastructure.api.costline;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Rate;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "NewCostLine", description = "A line of a project's budget; never changed, but by transfers and changes")
public record CostLineTerms(
        @NotNull @Text(max = 200) @Schema(description = "Unique in the project", examples = "Fence and patrol road")
        String name,

        @NotNull @Schema(description = "What its money is spent on")
        CostCategory category,

        @NotNull @Amount(zero = true) @Schema(description = "What of its budget the donor may pay for, net, in EUR")
        Money eligible,

        @NotNull @Amount(zero = true) @Schema(description = "What of its budget no donor pays for, net, in EUR")
        Money notEligible,

        @NotNull
        @Rate
        @Schema(
                description = "What share of the eligible cost the EU pays, between 0 and 1, at most six decimals",
                implementation = String.class,
                examples = "0.75")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal euShare,

        @Day(happened = true)
        @Schema(
                description =
                        "The day on which its budget was decided, from which it counts: not in the future; the day it is recorded unless given",
                examples = "2021-08-23")
        LocalDate from)
        implements Terms {}
