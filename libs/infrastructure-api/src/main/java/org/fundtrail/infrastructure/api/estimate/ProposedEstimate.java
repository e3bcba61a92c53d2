package org.fundtrail.infrastructure.api.estimate;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

@Schema(name = "ProposedEstimate")
public record ProposedEstimate(
        UUID id,
        String name,

        @Schema(description = "With VAT, as it would count in sums")
        Money gross) {}
