package org.fundtrail.infrastructure.api.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Text;

@Schema(description = "A line of the schedule of values: what is done, how much of it, at which price")
public record ScheduleLine(
        @NotNull @Text(max = 50) @Schema(description = "What it is called by; unique in the contract", examples = "1.2")
        String line,

        @NotNull @Text(max = 500) @Schema(examples = "Fence with concertina wire")
        String description,

        @Text(max = 200)
        @Schema(
                description =
                        "Id or name of the cost line of the project to which it belongs; that of the contract unless given",
                examples = "0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        String costLine,

        @NotNull @Text(max = 30) @Schema(examples = "km") String unit,

        @NotNull
        @Pattern(regexp = ABOVE_ZERO, message = "QUANTITY_MALFORMED")
        @Schema(description = "Above zero, with at most six decimals, as text", examples = "508.5")
        String quantity,

        @NotNull @Amount @Schema(description = "Of one unit, without VAT, in EUR")
        Money price) {
    private static final String ABOVE_ZERO = "(?!0+(\\.0+)?$)\\d{1,12}(\\.\\d{1,6})?";

    /** Whether it says what it is worth. */
    boolean hasPrice() {
        return line != null && quantity != null && quantity.matches(ABOVE_ZERO) && price != null;
    }

    /** What the line is worth without VAT: quantity times price, rounded half up to the cent. */
    @JsonIgnore
    public BigDecimal worth() {
        return price.amount().multiply(new BigDecimal(quantity)).setScale(2, RoundingMode.HALF_UP);
    }
}
