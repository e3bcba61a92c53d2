package org.fundtrail.infrastructure.api.directcost;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.ProposalStanding;
import org.fundtrail.common.ProposalView;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** A cost without a contract as its readers see it. */
@Schema(name = "DirectCost", description = "A cost without a contract")
public record DirectCostView(
        UUID id,

        @Schema(description = "The project whose cost lines it is about")
        Subject project,

        CostLineRef costLine,

        @Schema(examples = "Salaries of the project group, November")
        String description,

        @Schema(description = "Net") Money amount,

        @Schema(description = "By what it is shown, or null", examples = "Payroll 2026-11", nullable = true)
        String paper,

        @Schema(
                description = "The day it was incurred, from which it counts once it is approved",
                examples = "2026-03-12")
        LocalDate on,

        @JsonUnwrapped ProposalStanding standing)
        implements ProposalView {}
