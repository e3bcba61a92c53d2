package org.fundtrail.funding.api.position;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FundingPosition", description = "Where the aid stands as of a day, read from so many recorded entries")
public record FundingPositionView(LocalDate asOf, long recorded, List<AllocationPosition> allocations) {}
