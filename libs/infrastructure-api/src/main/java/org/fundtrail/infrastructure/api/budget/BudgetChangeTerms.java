package org.fundtrail.infrastructure.api.budget;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "NewBudgetChange", description = "What a decision adds to the budget of a cost line, or takes from it")
public record BudgetChangeTerms(
        @NotNull
        @Schema(description = "Id of a cost line of the project", examples = "01932f5e-7c00-7a00-8000-000000000001")
        UUID costLine,

        @NotNull @Amount(negative = true) @Schema(description = "How much, net, in EUR; what is below zero takes it")
        Money amount,

        @NotNull @Valid @Schema(description = "The act that decides it")
        BudgetDecision decision,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "The government gave more")
        String reason,

        @Day(happened = true)
        @Schema(
                description =
                        "From which day it counts once it is approved: not in the future, and not before the line counts; the day "
                                + "it is recorded unless given",
                examples = "2026-03-12")
        LocalDate on)
        implements Terms {

    /** Where no decision was sent, what it has to say is missing. */
    public BudgetChangeTerms {
        decision = decision == null ? new BudgetDecision(null, null) : decision;
    }
}
