package org.fundtrail.infrastructure.api.invoice;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

/** Who asks for the money. */
@Schema(name = "Supplier")
public record Supplier(
        @NotNull @Text(max = 300) @Schema(examples = "UAB Tetas")
        String name,

        @NotNull
        @Text(max = 50)
        @Schema(
                description = "Number in the register of legal persons, or of a person, as their country writes it",
                examples = "300513148")
        String identifier) {}
