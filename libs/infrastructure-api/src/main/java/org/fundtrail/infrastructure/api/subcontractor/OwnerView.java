package org.fundtrail.infrastructure.api.subcontractor;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A beneficial owner as readers see it; what is said of a person can be erased. */
@Schema(name = "SubcontractorBeneficialOwner")
public record OwnerView(
        @Schema(description = "By which its data can be erased (POST /v1/persons/{id}/erasure)")
        UUID id,

        @Schema(description = "Null once it was erased", nullable = true, examples = "Ona Kazlauskienė")
        String name,

        @Schema(
                description = "Null where it was not said, and once it was erased",
                nullable = true,
                examples = "48001011234")
        String identifier) {}
