package org.fundtrail.infrastructure.api.budget;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;

@Schema(
        name = "NewBudgetTransfer",
        description = "Money that goes from one cost line of a project to another; the budget of the project stays")
public record BudgetTransferTerms(
        @NotNull
        @Schema(description = "Id of the cost line that gives", examples = "01932f5e-7c00-7a00-8000-000000000001")
        UUID from,

        @NotNull
        @Schema(description = "Id of the cost line that gets it", examples = "01932f5e-7c00-7a00-8000-000000000002")
        UUID to,

        @NotNull @Amount @Schema(description = "How much, net, in EUR")
        Money amount,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "The ground was softer than surveyed")
        String reason,

        @Day(happened = true)
        @Schema(
                description =
                        "From which day it counts once it is approved: not in the future, and not before either line counts; "
                                + "the day it is recorded unless given",
                examples = "2026-03-12")
        LocalDate on)
        implements Terms {

    @Override
    public List<Across> across() {
        return List.of(new Across(
                List.of("from", "to"),
                from == null || !from.equals(to),
                Refusal.Finding.of(InfrastructureRule.SAME_COST_LINE, "to")));
    }
}
