package org.fundtrail.infrastructure.api.budget;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.ProposalStanding;
import org.fundtrail.common.ProposalView;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** A change of the budget of a cost line as its readers see it. */
@Schema(name = "BudgetChange", description = "What a decision adds to the budget of a cost line, or takes from it")
public record BudgetChangeView(
        UUID id,

        @Schema(description = "The project whose cost lines it is about")
        Subject project,

        CostLineRef costLine,

        @Schema(description = "Net; what is below zero takes it")
        Money amount,

        BudgetDecision decision,
        String reason,

        @Schema(description = "From which day it counts once it is approved", examples = "2026-03-12")
        LocalDate on,

        @JsonUnwrapped ProposalStanding standing)
        implements ProposalView {}
