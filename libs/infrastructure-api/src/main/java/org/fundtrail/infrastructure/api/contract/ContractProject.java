package org.fundtrail.infrastructure.api.contract;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.infrastructure.api.estimate.Title;

/** The project a contract is for. */
@Schema(name = "ContractProject")
public record ContractProject(
        UUID id, @Schema(examples = "LT-BARRIER-2021") String reference, Title title) {}
