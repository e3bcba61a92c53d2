package org.fundtrail.common;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that a search found. */
@Schema(name = "FoundRecord", description = "A record that was found by what it is called, says or comes to")
public record FoundRecord(
        @Schema(description = "The kind of record", examples = "contract")
        String type,

        UUID id,
        String reference,

        @Schema(
                description =
                        "What it is about, where it says so: the purpose of an allocation, the title of a project in the language asked for",
                nullable = true)
        String title,

        @Schema(description = "Whom it names: a donor, a beneficiary, a contractor; or null", nullable = true)
        String party,

        @Schema(description = "The record it belongs to, or null", nullable = true)
        Subject parent,

        @Schema(description = "What it comes to, with VAT where it has any; or null", nullable = true)
        Money amount,

        @Schema(description = "Where it stands in its life, or null", examples = "APPROVED", nullable = true)
        String status,

        @Schema(
                description =
                        "Its reference is exactly what was looked for, in any case and with or without diacritics")
        boolean exact) {}
