package org.fundtrail.funding.api.claim;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.commitment.CommitmentProject;

/** A claim as its readers see it. */
@Schema(
        name = "Claim",
        description = "What of a project's costs is claimed from an allocation, and what it pays of them")
public record ClaimView(
        UUID id,

        @Schema(description = "That of its allocation and a number", examples = "AMIF-EMAS-LT-2021/1")
        String reference,

        Subject allocation,

        @Schema(description = "The project as infrastructure-service gave it when this was recorded")
        CommitmentProject project,

        @Schema(description = "What it claims of each cost") List<ClaimLineView> lines,

        @Schema(
                description =
                        "What its verification answered to the checklist of its programme; null where none was answered",
                nullable = true)
        ClaimChecklistView checklist,

        @Schema(description = "What its lines claim") Money claimed,

        @Schema(description = "What its verification took from them")
        Money deducted,

        @Schema(description = "What is left: claimed - deducted")
        Money eligible,

        @Schema(
                description = "The allocation's share of eligible cost",
                implementation = String.class,
                examples = "0.8")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate,

        @Schema(
                description =
                        "What the Union pays: eligible x rate, rounded half up to the cent, and lower by the cents by which the allocation's claims "
                                + "together would come to more than the cap of its action type (BMVI 12, AMIF 15); of the state's own money and "
                                + "of gifts nothing")
        Money euShare,

        @Schema(description = "What is not paid by the Union: eligible - euShare")
        Money nationalShare,

        @Schema(
                description =
                        "What the allocation pays: euShare, or all of what is eligible where it is the state's own money or a gift")
        Money share,

        @Schema(description = "What recoveries keep back of that, with their interest")
        Money offset,

        @Schema(description = "What the bank is to pay, or paid: share - offset")
        Money toPay,

        @Schema(
                description =
                        "The days within which it is to be paid; null before it is submitted and once it came back",
                nullable = true)
        ClaimClock clock,

        @Schema(description = "The day on which it was submitted, or null", nullable = true)
        LocalDate submittedOn,

        @Schema(description = "When it was paid, or null", nullable = true)
        LocalDate paidOn,

        @Schema(description = "How the bank calls the payment, or null", nullable = true)
        String bankReference,

        ClaimStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who took the last step that is another person's, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it stands where it stands, or null", nullable = true)
        String reason,

        int version,

        @Schema(
                description =
                        "The reader recorded, changed or submitted it, so others have to verify, authorise and pay it")
        boolean ownRecord,

        @Schema(description = "What the reader may do with it now", examples = "[\"verify\", \"clock\"]")
        List<String> actions,

        @Schema(description = "What was done with it so far, round after round")
        List<StepTaken> steps,

        @Schema(
                description = "With how much it counted by the day of asOf; null but in lists that were asked for one",
                nullable = true)
        Money counted) {

    /** How many questions of its checklist were answered, of how many, as files say it; null where no checklist was. */
    public String answered() {
        return checklist == null ? null : checklist.answered() + "/" + checklist.of();
    }

    /** Which of its lines were looked at, and how many of how many, as files say it; null where its verification does not state it. */
    public String lookedAt() {
        var looked = lines.stream()
                .filter(line -> Boolean.TRUE.equals(line.sampled()))
                .map(line -> String.valueOf(line.line()))
                .toList();
        return lines.stream().anyMatch(line -> line.sampled() != null)
                ? (looked.size() + "/" + lines.size() + ": " + String.join(", ", looked)).replaceFirst(": $", "")
                : null;
    }
}
