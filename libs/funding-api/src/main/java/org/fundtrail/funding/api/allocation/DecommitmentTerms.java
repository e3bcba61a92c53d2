package org.fundtrail.funding.api.allocation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        name = "NewDecommitment",
        description =
                "What of an allocation goes back to the donor, unused (CPR 105): of what no project has and the donor has not paid")
public record DecommitmentTerms(
        @NotNull @Amount @Schema(description = "How much goes back, in EUR; all that is available for all of it")
        Money amount,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "The works cost less than planned")
        String reason,

        @Day(happened = true)
        @Schema(
                nullable = true,
                description =
                        "From which day it counts: not in the future, and not before the allocation was decided; today unless given",
                examples = "2023-06-30")
        LocalDate on)
        implements Terms {}
