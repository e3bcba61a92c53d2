package org.fundtrail.funding.api.claim;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The checklist by which a claim was verified, and what was answered. */
@Schema(name = "ClaimChecklist", description = "The checklist by which a claim was verified, and what was answered")
public record ClaimChecklistView(
        UUID id,

        @Schema(description = "Which version of its programme's checklist it is", examples = "3")
        int version,

        String title,

        @Schema(description = "So many of its questions were answered", examples = "9")
        int answered,

        @Schema(description = "Of so many", examples = "12") int of,

        @Schema(description = "Every question of it, answered or not")
        List<ClaimAnswerView> answers) {}
