package org.fundtrail.funding.api.commitment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.ProposalStanding;
import org.fundtrail.common.ProposalView;
import org.fundtrail.common.Subject;

/** An amendment of a commitment as its readers see it. */
@Schema(name = "CommitmentAmendment", description = "By how much a commitment is raised or lowered")
public record CommitmentAmendmentView(
        UUID id,
        Subject commitment,
        Subject allocation,
        CommitmentProject project,

        @Schema(description = "What is committed more; below zero it is released")
        Money change,

        String reason,

        @Schema(description = "From which day it counts once it is approved", examples = "2022-05-12")
        LocalDate on,

        @JsonUnwrapped ProposalStanding standing)
        implements ProposalView {}
