package org.fundtrail.funding.api.trace;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.recovery.RecoveryFindingView;
import org.fundtrail.funding.api.recovery.RecoveryStatus;

/** The aid that is behind something: what was allocated and received, committed to projects, claimed of their costs, and recovered. */
@Schema(description = "Allocations, what was received and committed of them, and the claims that they pay")
public record TracedAid(
        List<TracedAllocation> allocations,

        @Schema(description = "Confirmed receipts of these allocations")
        List<TracedReceipt> receipts,

        @Schema(description = "Approved commitments") List<TracedCommitment> commitments,

        @Schema(description = "What claims declare that are submitted and did not come back")
        List<TracedLine> lines,

        @Schema(description = "What of these lines is to be paid back, or was: recoveries that were ordered")
        List<TracedRecovery> recoveries,

        @Schema(
                description =
                        "There is more of one of these than the 5000 that were recorded first, which are here: ask for parts of it")
        boolean truncated) {

    @Schema(description = "An allocation in force")
    public record TracedAllocation(
            UUID id,
            String reference,

            @Schema(description = "What it is now, with its amendments")
            Money allocated) {}

    @Schema(description = "Money that arrived and was confirmed")
    public record TracedReceipt(
            UUID id,

            @Schema(description = "As the bank calls it") String reference,

            UUID allocation,
            Money amount,
            LocalDate valueDate) {}

    @Schema(description = "What of an allocation is committed to a project, by one legal commitment")
    public record TracedCommitment(
            UUID id,

            @Schema(description = "That of the legal commitment")
            String reference,

            UUID allocation,
            Subject project,
            Money amount) {}

    @Schema(description = "What a claim declares of a cost, and what its allocation pays of that")
    public record TracedLine(
            Subject claim,

            @Schema(description = "Where the claim stands: before it is PAID no euros went this way")
            ClaimStatus status,

            UUID allocation,
            Subject project,
            ClaimLineKind kind,

            @Schema(description = "Id of the invoice, of the direct cost or of the cost option")
            UUID item,

            @Schema(
                    description =
                            "The invoice's number; of a direct cost what it is for; of a cost option its reference")
            String number,

            @Schema(description = "What is declared of it: claimed less deducted")
            Money eligible,

            @Schema(description = "What the allocation pays of it, or would once the claim is paid")
            Money share,

            @Schema(
                    description =
                            "What of that was paid, less what was paid back or offset; nothing before the claim is paid")
            Money paid) {}

    @Schema(description = "What of lines that are traced is recovered, from its order on")
    public record TracedRecovery(
            UUID id,
            String reference,

            @Schema(description = "The claim that was paid") Subject claim,

            UUID allocation,
            Subject project,

            @Schema(description = "What of the share of these lines it recovers, without interest")
            Money amount,

            RecoveryStatus status,

            @Schema(description = "The finding because of which it is due, or null", nullable = true)
            RecoveryFindingView finding) {}
}
