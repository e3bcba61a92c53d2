package org.fundtrail.infrastructure.api.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        description =
                "What a contract in force should have said. What was approved stays: who the contractor is, the worth and the days.")
public record ContractCorrection(
        @Valid ContractorCorrection contractor,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "A letter was missing")
        String reason)
        implements Terms {

    /** How the contractor's name should have been written. */
    public record ContractorCorrection(
            @Text(max = 300) @Schema(examples = "UAB Tetas") String name) {}
}
