package org.fundtrail.infrastructure.api.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Period;
import org.fundtrail.common.PersonRef;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.estimate.ProposedBaseline;
import org.fundtrail.infrastructure.api.estimate.Title;

/** A project as its readers see it. */
@Schema(name = "Project", description = "What is built, bought or run")
public record ProjectView(
        UUID id,

        @Schema(examples = "LT-BARRIER-2021") String reference,

        Title title,
        ProjectKind kind,

        @Schema(examples = "State Border Guard Service") String beneficiary,

        Period period,

        @Schema(description = "Where, or null", nullable = true)
        String place,

        @Schema(description = "What it belongs to, or null", nullable = true)
        ProjectWorksProgramme worksProgramme,

        @Schema(description = "Whether its beneficiary gets VAT back")
        boolean vatRecoverable,

        @Schema(description = "The estimate that counts, or null", nullable = true)
        EstimateView baseline,

        @Schema(description = "Another choice that waits for a decision, or null", nullable = true)
        ProposedBaseline proposedBaseline,

        @Schema(description = "Gross worth of its approved contracts")
        Money contracted,

        @Schema(
                description = "What is contracted above the baseline with VAT; null within it or without a baseline",
                nullable = true)
        Money overrun,

        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version,

        @Schema(
                description = "What the reader may do with it now",
                examples = "[\"record-estimate\", \"record-contract\"]")
        List<String> actions) {}
