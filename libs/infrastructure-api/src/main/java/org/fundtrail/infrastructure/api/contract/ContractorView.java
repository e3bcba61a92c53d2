package org.fundtrail.infrastructure.api.contract;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who carries it out; what is said of a person can be erased. */
@Schema(name = "ContractContractor")
public record ContractorView(
        @Schema(description = "By which its data can be erased (POST /v1/persons/{id}/erasure)")
        UUID id,

        @Schema(nullable = true, examples = "UAB Tetas") String name,

        @Schema(nullable = true, examples = "300513148") String identifier) {}
