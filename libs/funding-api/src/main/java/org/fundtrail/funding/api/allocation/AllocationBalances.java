package org.fundtrail.funding.api.allocation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** Where an allocation's money stands, in two independent rows that each add up to its amount. */
@Schema(
        name = "AllocationBalances",
        description = "available + reserved + committed is the amount, and so is toReceive + announced + received")
public record AllocationBalances(
        @Schema(description = "No project has it yet") Money available,

        @Schema(description = "Waits for an approver to commit it")
        Money reserved,

        @Schema(description = "Committed to projects") Money committed,

        @Schema(description = "Not paid by the donor yet") Money toReceive,

        @Schema(description = "Recorded as received, not confirmed yet")
        Money announced,

        @Schema(description = "Confirmed as received") Money received) {}
