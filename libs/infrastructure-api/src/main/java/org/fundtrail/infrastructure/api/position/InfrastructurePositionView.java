package org.fundtrail.infrastructure.api.position;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "InfrastructurePosition",
        description = "What everything is to cost as of a day, read from so many recorded entries")
public record InfrastructurePositionView(
        @Schema(examples = "2021-12-31") LocalDate asOf,

        @Schema(description = "How many entries this was read from", examples = "42")
        long recorded,

        List<WorksProgrammePosition> worksProgrammes,
        List<ProjectPosition> projects) {}
