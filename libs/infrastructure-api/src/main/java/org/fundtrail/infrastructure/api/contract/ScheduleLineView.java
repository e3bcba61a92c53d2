package org.fundtrail.infrastructure.api.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** A line of the schedule of values as its readers see it. */
@Schema(
        name = "ScheduleLineOfContract",
        description = "A line of the schedule of values; one line 1 of the whole where none was given")
public record ScheduleLineView(
        @Schema(examples = "1.2") String line,

        @Schema(nullable = true, examples = "Fence with concertina wire")
        String description,

        @Schema(description = "Where in the budget it belongs; null for none", nullable = true)
        CostLineRef costLine,

        @Schema(nullable = true, examples = "km") String unit,

        @Schema(implementation = String.class, examples = "508") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,

        @Schema(description = "Of one unit, without VAT") Money price,

        @Schema(description = "Without VAT: more is never certified of it")
        Money amount) {}
