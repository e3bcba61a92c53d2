package org.fundtrail.funding.api.commitment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.programme.CostKind;

/** A commitment that was recorded in spite of the earmark of its programme. */
@Schema(
        name = "CommitmentByOverride",
        description = "A commitment to a project that its programme may not pay for by its scope")
public record OverrideView(
        @Schema(description = "Of the commitment") UUID id,

        @Schema(description = "Of its legal commitment", examples = "S-2022-118")
        String reference,

        Subject allocation,
        CommitmentProject project,

        @Schema(description = "What the commitment comes to now")
        Money amount,

        @Schema(description = "The rule that it was recorded in spite of", examples = "cost-outside-programme")
        String rule,

        @Schema(description = "The act that says what the fund may pay for", examples = "Regulation (EU) 2021/1147")
        String law,

        @Schema(description = "Code of the programme", examples = "AMIF-EMAS")
        String programme,

        @Schema(description = "What the programme may pay for")
        List<CostKind> costScope,

        @Schema(description = "Why it was recorded all the same")
        String reason,

        ApprovalStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who approved, returned or rejected it, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it was decided so, or null", nullable = true)
        String decisionReason) {}
