package org.fundtrail.infrastructure.api.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;

/** An issued cost report in the list of its project. */
@Schema(name = "CostReportSummary")
public record CostReportSummary(
        UUID id,
        @Schema(examples = "3") int number,
        LocalDate asOf,
        @Schema(examples = "42") long recorded,
        CostReportVat vat,

        @Schema(description = "U of the whole project") Money estimateAtCompletion,

        String hash,
        PersonRef recordedBy,
        Instant recordedAt) {}
