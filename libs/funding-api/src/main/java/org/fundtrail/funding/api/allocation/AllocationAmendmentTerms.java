package org.fundtrail.funding.api.allocation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "NewAllocationAmendment", description = "By how much a decision raises or lowers an allocation")
public record AllocationAmendmentTerms(
        @NotNull
        @Amount(negative = true)
        @Schema(description = "How much is given more, in EUR; what is below zero takes it")
        Money change,

        @NotNull
        @Valid
        @Schema(
                description =
                        "The decision that amends the financing decision; it counts from its date on, which is not before that of the allocation")
        FinancingDecision decision,

        @Text(max = 2000) @Schema(nullable = true, description = "Why", examples = "The Commission gave more for 2022")
        String reason)
        implements Terms {

    /** Where no decision was sent, what it has to say is missing. */
    public AllocationAmendmentTerms {
        decision = decision == null ? new FinancingDecision(null, null) : decision;
    }
}
