package org.fundtrail.infrastructure.api.invoice;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice where another record names it. */
@Schema(name = "InvoiceNumber")
public record InvoiceNumber(
        UUID id, @Schema(examples = "TET-2022/0117") String number) {}
