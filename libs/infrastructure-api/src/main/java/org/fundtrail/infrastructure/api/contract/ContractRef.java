package org.fundtrail.infrastructure.api.contract;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The contract that a record belongs to. */
@Schema(name = "ContractOfRecord", description = "The contract that a record belongs to")
public record ContractRef(
        UUID id,
        @Schema(examples = "LT-BARRIER-2021-TETAS-1") String reference,
        ContractProject project) {}
