package org.fundtrail.infrastructure.api.works;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.PersonRef;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.estimate.ProposedBaseline;
import org.fundtrail.infrastructure.api.estimate.Title;

/** A works programme as its readers see it. */
@Schema(name = "WorksProgramme", description = "Projects grouped under a joint estimate")
public record WorksProgrammeView(
        UUID id,

        @Schema(examples = "LT-BY-BORDER-2021") String reference,

        Title title,

        @Schema(
                description =
                        "The joint estimate that counts, or null; it covers its projects, so it is never added to theirs",
                nullable = true)
        EstimateView baseline,

        @Schema(description = "Another choice that waits for a decision, or null", nullable = true)
        ProposedBaseline proposedBaseline,

        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version,

        @Schema(description = "What the reader may do with it now", examples = "[\"record-estimate\"]")
        List<String> actions) {}
