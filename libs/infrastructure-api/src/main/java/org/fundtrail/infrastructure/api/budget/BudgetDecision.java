package org.fundtrail.infrastructure.api.budget;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Text;

/** The act that gives money to a budget, or takes it. */
@Schema(name = "BudgetDecision")
public record BudgetDecision(
        @NotNull @Text(max = 200, plain = true) @Schema(examples = "Government resolution No. 667")
        String reference,

        @NotNull @Day(happened = true) @Schema(description = "Not in the future", examples = "2021-08-23")
        LocalDate date) {}
