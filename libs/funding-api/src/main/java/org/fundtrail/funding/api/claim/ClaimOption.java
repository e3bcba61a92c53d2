package org.fundtrail.funding.api.claim;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.costoption.FlatRateBasis;

/** A cost option as a claim rests on it. */
@Schema(description = "The simplified cost option on which it rests (CPR 53)")
public record ClaimOption(
        UUID id,

        @Schema(examples = "AMIF-EMAS-LT-2021/SCO1") String reference,

        @Schema(examples = "An hour of work of the project team")
        String title,

        @Schema(description = "Of a UNIT_COST what is counted, or null", nullable = true, examples = "h")
        String unit,

        @Schema(description = "Of a UNIT_COST what one unit is paid with, or null", nullable = true)
        Money rate,

        @Schema(description = "Of a FLAT_RATE of which costs it is a part, or null", nullable = true)
        FlatRateBasis basis,

        @Schema(
                description = "Of a FLAT_RATE how large a part, in percent, or null",
                nullable = true,
                implementation = String.class,
                examples = "7")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal percent) {}
