package org.fundtrail.infrastructure.api.position;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.infrastructure.api.estimate.Title;

@Schema(
        name = "WorksProgrammePosition",
        description = "Its baseline covers its projects and what is not yet in one: never to be added to theirs")
public record WorksProgrammePosition(
        UUID id,
        String reference,
        Title title,
        @Schema(nullable = true) PositionBaseline baseline) {}
