package org.fundtrail.infrastructure.api.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Rate;

@Schema(
        description =
                "What is held back of each certificate until the works are taken over and their defects made good")
public record Retention(
        @NotNull
        @Rate
        @Schema(description = "Share of what is certified", implementation = String.class, examples = "0.10")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate,

        @Amount @Schema(description = "Never more than this, in EUR; no limit unless given")
        Money limit) {}
