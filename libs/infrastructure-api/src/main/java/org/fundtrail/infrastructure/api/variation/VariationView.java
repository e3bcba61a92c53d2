package org.fundtrail.infrastructure.api.variation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.infrastructure.api.contract.ContractRef;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** A variation of a contract, or an adjustment of its prices, as its readers see it. */
@Schema(
        name = "Variation",
        description = "What changes the worth of a contract: a variation or an adjustment of its prices")
public record VariationView(
        UUID id,

        @Schema(
                description = "The contract's reference and which of its variations it is",
                examples = "LT-BARRIER-2021-TETAS-1/V1")
        String reference,

        ContractRef contract,

        @JsonProperty("class") VariationClass variationClass,

        @Schema(description = "Without VAT; what is below zero takes it")
        Money net,

        @Schema(description = "VAT on the net amount at the contract's rate, rounded half up to the cent")
        Money vat,

        @Schema(description = "Net and VAT: what is contracted more, or less, once it is approved")
        Money gross,

        @Schema(description = "Why it is asked for") String reason,

        @Schema(
                description = "Where in the budget it belongs; null where the contract's first line has no cost line",
                nullable = true)
        CostLineRef costLine,

        @Schema(
                description = "The day it was noticed or submitted, from which it counts once it is approved",
                examples = "2022-03-01")
        LocalDate on,

        @Schema(description = "What the contract was worth at first, without VAT")
        Money original,

        @Schema(
                description =
                        "What the approved variations of the contract and this one come to, without price adjustments; null for a "
                                + "price adjustment and for what was rejected or withdrawn",
                nullable = true)
        Money together,

        @Schema(
                description =
                        "The share of the original that this is, rounded half up to six decimals, or null as together is",
                nullable = true,
                implementation = String.class,
                examples = "0.04")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal share,

        @Schema(description = "Which thresholds are passed by it: stated, never refused")
        List<VariationWarning> warnings,

        VariationStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who approved, returned or rejected it, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it was decided so, or null", nullable = true)
        String decisionReason,

        int version,

        @Schema(description = "The reader recorded or changed it, so somebody else has to decide")
        boolean ownRecord,

        @Schema(description = "What the reader may do with it now", examples = "[\"decide\"]")
        List<String> actions,

        @Schema(description = "What was done with it so far, round after round")
        List<StepTaken> steps) {}
