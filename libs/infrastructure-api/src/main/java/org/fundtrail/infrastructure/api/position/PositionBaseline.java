package org.fundtrail.infrastructure.api.position;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.estimate.Basis;

@Schema(name = "PositionBaseline", description = "The estimate that counted on that day")
public record PositionBaseline(
        @Schema(description = "Id of the estimate") UUID estimate,
        String name,
        Money amount,
        Basis basis,

        @Schema(description = "With VAT, as it counts in sums")
        Money gross,

        boolean lowerBound,
        LocalDate date) {}
