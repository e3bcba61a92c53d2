package org.fundtrail.infrastructure.api.contract;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

/** Who carries it out. */
@Schema(name = "Contractor")
public record Contractor(
        @NotNull @Text(max = 300) @Schema(examples = "UAB Tetas")
        String name,

        @NotNull
        @Text(max = 50)
        @Schema(
                description = "Number in the register of legal persons, as their country writes it",
                examples = "300513148")
        String identifier) {}
