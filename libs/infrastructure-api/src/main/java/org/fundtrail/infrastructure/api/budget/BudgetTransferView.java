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

/** A transfer between cost lines as its readers see it. */
@Schema(name = "BudgetTransfer", description = "Money that goes from one cost line to another")
public record BudgetTransferView(
        UUID id,

        @Schema(description = "The project whose cost lines it is about")
        Subject project,

        @Schema(description = "Which gives") CostLineRef from,

        @Schema(description = "Which gets it") CostLineRef to,

        @Schema(description = "Net") Money amount,

        String reason,

        @Schema(
                description = "From which day the money counts on the other line, once it is approved",
                examples = "2026-03-12")
        LocalDate on,

        @JsonUnwrapped ProposalStanding standing)
        implements ProposalView {}
