package org.fundtrail.funding.api.programme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Period;
import org.fundtrail.common.PersonRef;

/** A programme as its readers see it. */
@Schema(name = "Programme", description = "A plan over several years, financed by one fund")
public record ProgrammeView(
        UUID id,
        String code,
        Fund fund,
        String name,
        ManagementMode managementMode,
        Period period,
        List<CostKind> costScope,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version,

        @Schema(
                description = "The fields that the reader may correct now: all of them before an allocation names it",
                examples = "[\"name\"]")
        List<String> corrections) {}
