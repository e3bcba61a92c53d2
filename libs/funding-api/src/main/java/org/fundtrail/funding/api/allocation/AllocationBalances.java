package org.fundtrail.funding.api.allocation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** Where an allocation's money stands, in two independent rows that each add up to what is allocated now. */
@Schema(
        name = "AllocationBalances",
        description =
                "available + reserved + committed is what is allocated, and so is toReceive + announced + received")
public record AllocationBalances(
        @Schema(
                description =
                        "What the allocation is: what was decided at first, with what was amended and decommitted")
        Money allocated,

        @Schema(description = "No project has it yet") Money available,

        @Schema(description = "Waits for an approver to commit it")
        Money reserved,

        @Schema(description = "Committed to projects, whatever of it is claimed or paid")
        Money committed,

        @Schema(description = "Of that, what claims hold or were paid")
        Money claimed,

        @Schema(description = "Of that, what was paid to beneficiaries")
        Money reimbursed,

        @Schema(description = "What beneficiaries were ordered to pay back and did not yet, without interest")
        Money toRecover,

        @Schema(
                description =
                        "What they paid back, or was kept back from what they were paid: it is committed again, and not reimbursed any more")
        Money recovered,

        @Schema(description = "Not paid by the donor yet") Money toReceive,

        @Schema(description = "Recorded as received, not confirmed yet")
        Money announced,

        @Schema(description = "Confirmed as received") Money received) {}
