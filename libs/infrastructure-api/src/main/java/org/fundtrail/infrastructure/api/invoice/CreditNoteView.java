package org.fundtrail.infrastructure.api.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;

/** A credit note as its readers see it. */
@Schema(name = "CreditNote", description = "What a supplier takes back of an approved invoice; it counts at once")
public record CreditNoteView(
        UUID id,

        @Schema(examples = "TET-K-2022/004") String number,

        @Schema(description = "Of which it takes back") InvoiceNumber invoice,

        @Schema(examples = "2022-04-11") LocalDate issuedOn,

        Money net,
        Money vat,
        Money gross,

        @Schema(examples = "Two kilometres were billed twice")
        String reason,

        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version) {}
