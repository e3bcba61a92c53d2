package org.fundtrail.infrastructure.api.directcost;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "NewDirectCost", description = "What a project cost without a contract: staff, fees, land")
public record DirectCostTerms(
        @NotNull
        @Schema(description = "Id of a cost line of the project", examples = "01932f5e-7c00-7a00-8000-000000000001")
        UUID costLine,

        @NotNull
        @Text(max = 300)
        @Schema(description = "What for", examples = "Salaries of the project group, November")
        String description,

        @NotNull @Amount @Schema(description = "How much, net, in EUR")
        Money amount,

        @NotNull
        @Day(happened = true)
        @Schema(
                description = "The day it was incurred, from which it counts once it is approved; not in the future",
                examples = "2026-11-30")
        LocalDate on,

        @Text(max = 300)
        @Schema(
                description = "The paper that shows it, if there is one: that none is named is stated, never refused",
                examples = "Payroll 2026-11")
        String paper)
        implements Terms {}
