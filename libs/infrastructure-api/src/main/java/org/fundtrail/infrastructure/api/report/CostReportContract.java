package org.fundtrail.infrastructure.api.report;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** What one contract brings to a line of a cost report. */
@Schema(name = "CostReportContract", description = "What one contract brings to a line")
public record CostReportContract(
        UUID id,
        String reference,
        Money originalCommitments,
        Money approvedVariations,
        Money priceAdjustments,
        Money currentCommitments,
        Money pendingVariations,
        Money potentialChanges,
        Money projectedCommitments,
        Money certified,
        Money retentionHeld,
        Money paid,
        Money openCommitments) {}
