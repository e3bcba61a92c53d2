package org.fundtrail.funding.api.recovery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.api.commitment.CommitmentProject;

/** A recovery as its readers see it. */
@Schema(name = "Recovery", description = "What is to be paid back of a claim that was paid")
public record RecoveryView(
        UUID id,

        @Schema(description = "That of its claim and a number", examples = "AMIF-EMAS-LT-2021/1/R1")
        String reference,

        @Schema(description = "The claim that was paid") Subject claim,

        Subject allocation,

        @Schema(description = "The project as the claim says it")
        CommitmentProject project,

        @Schema(description = "What is recovered of each line of the claim; they add up to the amount")
        List<RecoveryLineView> lines,

        @Schema(
                description =
                        "Flat rates of the claim that were paid on these costs too, and are not recovered to the same extent; none is needed to order it")
        List<FlatRateToRecover> flatRates,

        @Schema(description = "What is to be paid back, without interest")
        Money amount,

        @Schema(description = "Why it is due") String reason,

        @Schema(
                description = "The finding of the claim's verification because of which it is due, or null",
                nullable = true)
        RecoveryFindingView finding,

        @Schema(description = "Whether it can be claimed again once it is paid back")
        DeductionKind kind,

        @Schema(description = "A credit note took it back, and the system established it")
        boolean ofCredit,

        @Schema(description = "By what it is asked for; null before it is ordered", nullable = true)
        DebitNote debitNote,

        @Schema(description = "What late payment costs; null before it is ordered", nullable = true)
        RecoveryInterest interest,

        @Schema(description = "What is to be paid back in all, or was: amount and interest")
        Money total,

        @Schema(description = "The day of the payment, the offset or the waiver, or null", nullable = true)
        LocalDate settledOn,

        @Schema(description = "How the bank calls the payment, or null", nullable = true)
        String bankReference,

        @Schema(description = "The claim that was paid less by it, or null", nullable = true)
        Subject offset,

        RecoveryStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who took the last step that is another person's, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it stands where it stands, such as why it was waived, or null", nullable = true)
        String decisionReason,

        int version,

        @Schema(description = "The reader recorded or changed it, so others have to decide on it and take the money")
        boolean ownRecord,

        @Schema(description = "What the reader may do with it now", examples = "[\"pay\", \"offset\"]")
        List<String> actions,

        @Schema(description = "What was done with it so far, round after round")
        List<StepTaken> steps) {}
