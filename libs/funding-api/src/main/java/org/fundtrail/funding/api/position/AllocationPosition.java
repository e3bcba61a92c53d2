package org.fundtrail.funding.api.position;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.programme.Fund;

@Schema(description = "An allocation in force: amount = available + reserved + committed")
public record AllocationPosition(
        UUID id,
        String reference,
        String purpose,
        String donor,
        Fund fund,
        PositionProgramme programme,
        LocalDate decisionDate,
        Money amount,
        Money received,
        Money reserved,
        Money committed,

        @Schema(description = "Of what is committed, what claims hold or were paid")
        Money claimed,

        @Schema(description = "Of what is claimed, what was paid to beneficiaries")
        Money reimbursed,

        @Schema(description = "What beneficiaries were ordered to pay back and did not yet")
        Money toRecover,

        @Schema(description = "What they paid back, or was kept back from what they were paid: committed again")
        Money recovered,

        Money available,
        List<CommittedPosition> projects) {}
