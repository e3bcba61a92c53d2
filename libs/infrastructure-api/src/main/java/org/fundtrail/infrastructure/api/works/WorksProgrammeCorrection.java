package org.fundtrail.infrastructure.api.works;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.infrastructure.api.estimate.TitleCorrection;

@Schema(description = "What a works programme should have said. What is left out stays, and so does its reference.")
public record WorksProgrammeCorrection(
        @Valid TitleCorrection title,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "A letter was missing")
        String reason)
        implements Terms {

    /** What the works programme says then. */
    public WorksProgrammeTerms of(WorksProgrammeTerms now) {
        return new WorksProgrammeTerms(now.reference(), title == null ? now.title() : title.of(now.title()));
    }
}
