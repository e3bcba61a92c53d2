package org.fundtrail.funding.commitment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Money;

@Schema(description = "A part of an allocation for a project")
record NewCommitment(
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

    /** The act that creates the obligation: a grant agreement or a financing decision. */
    record LegalCommitment(
            @Schema(required = true, maxLength = 200, examples = "Government decision of 23 August 2021")
            String reference,

            @Schema(required = true, description = "Not in the future", examples = "2021-08-23")
            LocalDate date) {}

    NewCommitment checked(LocalDate today) {
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
