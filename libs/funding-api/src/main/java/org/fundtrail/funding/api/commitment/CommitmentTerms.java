package org.fundtrail.funding.api.commitment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Money;

@Schema(name = "NewCommitment", description = "A part of an allocation for a project")
public record CommitmentTerms(
        @Schema(
                required = true,
                description = "Id or reference of a project of infrastructure-service",
                examples = "LT-BY-BARRIER")
        String project,

        @Schema(required = true, description = "What is committed, in EUR")
        Money amount,

        @Schema(
                required = true,
                description = "The act that creates the obligation; its date is the effective date (FR 111)")
        LegalCommitment legalCommitment) {

    public CommitmentTerms checked(LocalDate today) {
        new Checks()
                .text(project, "project", 200)
                .amount(amount, "amount")
                .citation(
                        legalCommitment == null ? null : legalCommitment.reference(), "legalCommitment.reference", 200)
                .happened(legalCommitment == null ? null : legalCommitment.date(), "legalCommitment.date", today)
                .done();
        return this;
    }
}
