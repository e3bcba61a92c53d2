package org.fundtrail.funding.api.claim;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** A line of a claim as its readers see it. */
@Schema(name = "ClaimLine", description = "What a claim says of one cost, or by one cost option")
public record ClaimLineView(
        @Schema(description = "The first is 1", examples = "1")
        int line,

        ClaimLineKind kind,

        @Schema(description = "The invoice, or null", nullable = true)
        ClaimItem invoice,

        @Schema(description = "The cost without a contract, or null", nullable = true)
        ClaimItem directCost,

        @Schema(description = "The cost option, or null", nullable = true)
        ClaimOption option,

        @Schema(
                description = "Of a UNIT_COST how many units, or null",
                nullable = true,
                implementation = String.class,
                examples = "160")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,

        @Schema(description = "What is said of it besides, or null", nullable = true)
        String description,

        @Schema(description = "What is claimed of it") Money amount,

        @Schema(description = "What its verification took from it")
        Money deducted,

        @Schema(description = "What is left: amount - deducted")
        Money eligible,

        @Schema(
                description =
                        "What the allocation pays of it. The claim's share is divided among its lines by cumulative rounding, so that they add up to it")
        Money share,

        @Schema(
                description =
                        "What credit notes took back of what this line claims: before the claim goes on so much is to be deducted from it, unless "
                                + "others gave back as much")
        Money creditedHeld,

        @Schema(
                description =
                        "Whether its verification looked at it (CPR 74(2)); null where that is not stated, or not verified yet",
                nullable = true)
        Boolean sampled,

        @Schema(description = "What its verification took from it, one by one")
        List<ClaimDeduction> deductions) {}
