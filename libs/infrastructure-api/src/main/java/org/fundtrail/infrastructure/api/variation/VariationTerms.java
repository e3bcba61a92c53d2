package org.fundtrail.infrastructure.api.variation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        name = "NewVariation",
        description =
                "A variation of a contract or an adjustment of its prices: sent to record it, and whole again to change it")
public record VariationTerms(
        @NotNull @JsonProperty("class") VariationClass variationClass,

        @NotNull VariationState state,

        @NotNull
        @Amount(negative = true)
        @Schema(description = "How much, without VAT, in EUR; what is below zero takes it")
        Money net,

        @NotNull
        @Text(max = 2000)
        @Schema(description = "Why", examples = "Rock instead of sand between posts 210 and 260")
        String reason,

        @Text(max = 200)
        @Schema(
                description =
                        "Id or name of the cost line of the project to which it belongs; that of the contract's first line unless given",
                examples = "Works")
        String costLine,

        @Day(happened = true)
        @Schema(
                description =
                        "The day it was noticed or submitted, from which it counts once it is approved: not in the future, and not before "
                                + "the contract was signed; the day it is recorded unless given",
                examples = "2022-03-01")
        LocalDate on)
        implements Terms {}
