package org.fundtrail.funding.api.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "NewCommitment", description = "A part of an allocation for a project")
public record CommitmentTerms(
        @NotNull
        @Text(max = 200)
        @Schema(description = "Id or reference of a project of infrastructure-service", examples = "LT-BY-BARRIER")
        String project,

        @NotNull @Amount @Schema(description = "What is committed, in EUR")
        Money amount,

        @NotNull
        @Valid
        @Schema(description = "The act that creates the obligation; its date is the effective date (FR 111)")
        LegalCommitment legalCommitment,

        @Valid CommitmentOverride override)
        implements Terms {

    /** Where no legal commitment was sent, what it has to say is missing. */
    public CommitmentTerms {
        legalCommitment = legalCommitment == null ? new LegalCommitment(null, null) : legalCommitment;
    }
}
