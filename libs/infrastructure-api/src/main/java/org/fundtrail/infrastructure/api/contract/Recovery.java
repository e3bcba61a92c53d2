package org.fundtrail.infrastructure.api.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Rate;

@Schema(description = "How the advance is recovered from certificates")
public record Recovery(
        @Rate
        @Schema(
                description = "Once more than this share of the original net worth is certified; 0.10 unless given",
                implementation = String.class,
                examples = "0.10")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal start,

        @Rate
        @Schema(
                description = "This share of what each certificate adds; 0.25 unless given",
                implementation = String.class,
                examples = "0.25")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate) {}
