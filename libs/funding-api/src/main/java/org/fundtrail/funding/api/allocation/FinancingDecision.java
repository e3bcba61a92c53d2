package org.fundtrail.funding.api.allocation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The act behind an allocation. */
@Schema(name = "FinancingDecision")
public record FinancingDecision(
        @Schema(required = true, maxLength = 200, examples = "C(2021) 6001")
        String reference,

        @Schema(required = true, description = "Not in the future", examples = "2021-08-11")
        LocalDate date) {}
