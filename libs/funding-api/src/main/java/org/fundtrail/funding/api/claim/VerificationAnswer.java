package org.fundtrail.funding.api.claim;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

/** How one question of the checklist is answered when a claim is verified. */
@Schema(description = "How one question of the checklist is answered")
public record VerificationAnswer(
        @NotNull @Schema(description = "Which question: the first is 1", examples = "4")
        Integer question,

        @NotNull ChecklistAnswer answer,

        @Text(max = 2000)
        @Schema(
                description = "What was found; needed where the answer is NO",
                examples = "The notice was not published in the Official Journal")
        String finding) {}
