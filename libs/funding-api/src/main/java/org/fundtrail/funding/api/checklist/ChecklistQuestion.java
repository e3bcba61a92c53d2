package org.fundtrail.funding.api.checklist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

/** A question that whoever verifies a claim answers with yes, no, or that it does not apply. */
@Schema(description = "A question to whoever verifies a claim; yes is as it should be")
public record ChecklistQuestion(
        @NotNull @Valid QuestionText question,

        @Text(max = 200) @Schema(description = "Which law asks for it", nullable = true, examples = "CPR 74(1)(a)")
        String legalReference) {}
