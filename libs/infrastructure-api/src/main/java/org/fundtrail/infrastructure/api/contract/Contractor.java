package org.fundtrail.infrastructure.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who carries it out. */
@Schema(name = "Contractor")
public record Contractor(
        @Schema(required = true, maxLength = 300, examples = "UAB Tetas")
        String name,

        @Schema(
                required = true,
                description = "Number in the register of legal persons, as their country writes it",
                maxLength = 50,
                examples = "300513148")
        String identifier) {}
