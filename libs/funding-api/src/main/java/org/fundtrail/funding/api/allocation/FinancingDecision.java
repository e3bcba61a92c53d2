package org.fundtrail.funding.api.allocation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Text;

/** The act behind an allocation. */
@Schema(name = "FinancingDecision")
public record FinancingDecision(
        @NotNull @Text(max = 200, plain = true) @Schema(examples = "C(2021) 6001")
        String reference,

        @NotNull @Day(happened = true) @Schema(description = "Not in the future", examples = "2021-08-11")
        LocalDate date) {}
