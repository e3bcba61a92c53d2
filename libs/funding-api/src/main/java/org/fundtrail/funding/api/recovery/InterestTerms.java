package org.fundtrail.funding.api.recovery;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From what the interest on late payment is computed (FR 98-99). */
@Schema(description = "From what the interest on late payment is computed (FR 98-99)")
public record InterestTerms(
        @Schema(
                description =
                        "The rate of the European Central Bank for its principal refinancing operations on the first day of the month in which the "
                                + "payment is due, in per cent, at most two decimals. It is said by whoever orders: without it no interest is computed",
                implementation = String.class,
                nullable = true,
                examples = "4.50")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonDeserialize(using = PerCent.class)
        BigDecimal ecbRate,

        @Schema(
                description =
                        "The percentage points above it: 8 where what is due comes from a contract for supplies or services, 3.5 in all other cases; 3.5 "
                                + "unless given",
                implementation = String.class,
                enumeration = {"3.5", "8"},
                nullable = true,
                examples = "3.5")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonDeserialize(using = PerCent.class)
        BigDecimal points) {}
