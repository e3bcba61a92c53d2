package org.fundtrail.infrastructure.api.report;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.infrastructure.api.estimate.Title;

@Schema(name = "CostReportProject")
public record CostReportProject(UUID id, String reference, Title title) {}
