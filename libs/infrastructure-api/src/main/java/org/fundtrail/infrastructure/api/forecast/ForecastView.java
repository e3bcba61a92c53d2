package org.fundtrail.infrastructure.api.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** A forecast as its readers see it. */
@Schema(name = "Forecast", description = "What somebody expects that is still to be contracted; never changed")
public record ForecastView(
        UUID id,

        @Schema(description = "The project whose cost line it is about")
        Subject project,

        CostLineRef costLine,

        @Schema(description = "How much is still to be contracted, net")
        Money toContract,

        @Schema(description = "How it was found", examples = "Quotations of three suppliers")
        String method,

        String reason,

        @Schema(description = "From which day it holds, until another one does", examples = "2026-03-12")
        LocalDate on,

        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version,

        @Schema(description = "What the reader may do with it now", examples = "[]")
        List<String> actions) {}
