package org.fundtrail.funding.api.costoption;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.ProposalStanding;
import org.fundtrail.common.ProposalView;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.allocation.FinancingDecision;
import org.fundtrail.funding.api.commitment.CommitmentProject;

/** A simplified cost option as its readers see it. */
@Schema(
        name = "CostOption",
        description =
                "What of a project's costs is claimed from an allocation without invoices, by a decision, and how much of it is left (CPR 53-56)")
public record CostOptionView(
        UUID id,

        @Schema(description = "That of its allocation and a number", examples = "AMIF-EMAS-LT-2021/SCO1")
        String reference,

        Subject allocation,

        @Schema(description = "The project as infrastructure-service gave it when this was recorded")
        CommitmentProject project,

        CostOptionType kind,
        String title,
        FinancingDecision decision,

        @Schema(description = "What is counted, or null", nullable = true, examples = "h")
        String unit,

        @Schema(description = "What one unit is paid with, or null", nullable = true)
        Money rate,

        @Schema(
                description = "How many units there are at most, or null",
                nullable = true,
                implementation = String.class,
                examples = "1720")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,

        @Schema(description = "How much all claims together can have of it")
        Money amount,

        @Schema(description = "What has to be there before a lump sum is due, or null", nullable = true)
        String trigger,

        @Schema(description = "Of which costs a flat rate is a part, or null", nullable = true)
        FlatRateBasis basis,

        @Schema(
                description = "How large a part, in percent, or null",
                nullable = true,
                implementation = String.class,
                examples = "7")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal percent,

        @Schema(description = "What no claim has of it; nothing before it is approved")
        Money left,

        @Schema(description = "What claims have of it that are submitted and did not come back")
        Money drawn,

        @Schema(description = "What verifications found not eligible: nobody can claim it")
        Money notEligible,

        @JsonUnwrapped ProposalStanding standing)
        implements ProposalView {}
