package org.fundtrail.funding.api.claim;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Text;

/** What a verification takes from a line of a claim. */
@Schema(description = "What a verification takes from a line of a claim")
public record ClaimDeduction(
        @NotNull @Schema(description = "Which line: the first is 1", examples = "1")
        Integer line,

        @NotNull @Amount @Schema(description = "How much less of it is eligible, in EUR, before the co-financing rate")
        Money amount,

        @NotNull DeductionKind kind,

        @Schema(nullable = true) ErrorKind error,

        @Schema(
                description = "Which question of the checklist it was found by, or null",
                nullable = true,
                examples = "4")
        Integer question,

        @NotNull @Text(max = 2000) @Schema(examples = "The delivery note names another site")
        String reason) {}
