package org.fundtrail.funding.api.allocation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.ProposalStanding;
import org.fundtrail.common.ProposalView;
import org.fundtrail.common.Subject;

/** An amendment, decommitment or closure of an allocation as its readers see it. */
@Schema(name = "AllocationAmendment", description = "What is to become of an allocation in force")
public record AllocationAmendmentView(
        UUID id,
        AllocationAmendmentType type,
        Subject allocation,

        @Schema(
                description =
                        "What it adds to the allocation; below zero it takes, as every decommitment does; zero for a closure")
        Money change,

        @Schema(description = "The decision behind an amendment; null for the others", nullable = true)
        FinancingDecision decision,

        @Schema(description = "Why; null where an amendment gives none", nullable = true)
        String reason,

        @Schema(description = "From which day it counts once it is approved", examples = "2023-06-30")
        LocalDate on,

        @JsonUnwrapped ProposalStanding standing)
        implements ProposalView {}
