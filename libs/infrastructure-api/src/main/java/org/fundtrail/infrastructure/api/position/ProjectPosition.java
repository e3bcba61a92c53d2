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

        @Schema(description = "Gross worth of approved contracts signed by that day")
        Money contracted) {}
