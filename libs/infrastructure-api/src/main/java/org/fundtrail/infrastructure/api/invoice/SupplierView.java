package org.fundtrail.infrastructure.api.invoice;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asks for the money; what is said of a person can be erased. */
@Schema(name = "InvoiceSupplier")
public record SupplierView(
        @Schema(description = "By which its data can be erased (POST /v1/persons/{id}/erasure)")
        UUID id,

        @Schema(nullable = true, examples = "UAB Tetas") String name,

        @Schema(nullable = true, examples = "300513148") String identifier) {}
