package org.fundtrail.infrastructure.api.report;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.infrastructure.api.costline.CostCategory;

@Schema(name = "CostReportCostLine")
public record CostReportCostLine(UUID id, String name, CostCategory category) {}
