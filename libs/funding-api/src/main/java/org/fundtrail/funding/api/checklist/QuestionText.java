package org.fundtrail.funding.api.checklist;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

@Schema(description = "What is asked, in English and in Lithuanian")
public record QuestionText(
        @NotNull @Text(max = 500) @Schema(examples = "Was the contract awarded in a procurement that was open to all?")
        String en,

        @NotNull @Text(max = 500) @Schema(examples = "Ar sutartis sudaryta po visiems atviro pirkimo?")
        String lt) {}
