package org.fundtrail.funding.api.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.funding.api.checklist.QuestionText;

/** A question of the checklist by which a claim was verified, and its answer. */
@Schema(name = "ClaimAnswer", description = "A question of the checklist, and how it was answered")
public record ClaimAnswerView(
        @Schema(description = "The first is 1", examples = "4")
        int question,

        QuestionText text,

        @Schema(description = "Which law asks for it, or null", nullable = true)
        String legalReference,

        @Schema(description = "Null where it was not answered", nullable = true)
        ChecklistAnswer answer,

        @Schema(description = "What was found, or null", nullable = true)
        String finding) {}
