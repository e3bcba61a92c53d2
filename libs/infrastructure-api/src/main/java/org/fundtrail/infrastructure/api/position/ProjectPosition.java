package org.fundtrail.infrastructure.api.position;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.estimate.Title;
import org.fundtrail.infrastructure.api.project.ProjectKind;

@Schema(name = "ProjectPosition")
public record ProjectPosition(
        UUID id,
        String reference,
        Title title,
        ProjectKind kind,

        @Schema(
                description =
                        "From when it exists: the first day of its period, or the day of its first baseline or contract "
                                + "where that is earlier",
                examples = "2021-08-23")
        LocalDate existsFrom,

        @Schema(description = "Id of the works programme it belongs to, or null", nullable = true)
        UUID worksProgramme,

        @Schema(nullable = true) PositionBaseline baseline,

        @Schema(description = "Gross worth of approved contracts signed by that day, with their approved variations")
        Money contracted,

        @Schema(description = "What of it is certified, before retention and advance, with VAT")
        Money certified,

        @Schema(description = "What approved invoices come to, paid or not, with VAT")
        Money invoiced,

        @Schema(description = "What of them is paid, with VAT")
        Money paid,

        @Schema(
                description =
                        "What it will have cost in the end, with VAT: U of its cost report; without cost lines the larger of its baseline "
                                + "and what its contracts come to")
        Money estimateAtCompletion) {}
