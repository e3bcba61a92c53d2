package org.fundtrail.infrastructure.api.estimate;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;

/** An estimate as its readers see it. */
@Schema(name = "Estimate", description = "What was said on some day to be the cost; never changed")
public record EstimateView(
        UUID id,

        @Schema(description = "The project or works programme it is an estimate of")
        Subject owner,

        @Schema(examples = "Government decision of August 2021")
        String name,

        @Schema(description = "As its source states it") Money amount,

        @Schema(description = "NET: without VAT. GROSS: with it. UNKNOWN: the source does not say.")
        Basis basis,

        @Schema(
                description = "The VAT added to a net amount, otherwise null",
                nullable = true,
                implementation = String.class,
                examples = "0.21")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal vatRate,

        @Schema(
                description =
                        "With VAT, rounded half up to the cent, as it counts in sums; GROSS and UNKNOWN as stated")
        Money gross,

        @Schema(description = "The source says \"at least\"")
        boolean lowerBound,

        @Schema(description = "AACE 18R-97 class, 1 to 5, or null", nullable = true, examples = "4")
        Integer accuracyClass,

        @Schema(examples = "2021-08-23") LocalDate date,

        EstimateSource source,

        @Schema(description = "It is the one that counts") boolean baseline,

        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version,

        @Schema(description = "What the reader may do with it now", examples = "[\"choose-baseline\"]")
        List<String> actions) {}
