package org.fundtrail.funding.api.commitment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        name = "NewCommitmentAmendment",
        description = "By how much a commitment is raised or lowered; all of it below zero releases it")
public record CommitmentAmendmentTerms(
        @NotNull
        @Amount(negative = true)
        @Schema(description = "How much is committed more, in EUR; what is below zero is released")
        Money change,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "The contract was awarded for less")
        String reason,

        @Day(happened = true)
        @Schema(
                nullable = true,
                description =
                        "From which day it counts: not in the future, not before the legal commitment, and of what is released not before it was committed; today unless given",
                examples = "2022-05-12")
        LocalDate on)
        implements Terms {}
