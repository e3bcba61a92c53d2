package org.fundtrail.infrastructure.api.project;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.infrastructure.api.estimate.TitleCorrection;

@Schema(
        description =
                "What a project should have said. What is left out stays, and so do its reference, its kind and its period.")
public record ProjectCorrection(
        @Valid TitleCorrection title,

        @Text(max = 300) @Schema(description = "Who carries it out", examples = "State Border Guard Service")
        String beneficiary,

        @Text(max = 300) @Schema(description = "Where", examples = "508 km along the border with Belarus")
        String place,

        @Text(max = 200)
        @Schema(
                description =
                        "Id or reference of the works programme that it joins; positions of days before show it where it was",
                examples = "LT-BY-BORDER-2021")
        String worksProgramme,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "A letter was missing")
        String reason)
        implements Terms {

    /** What the project says then, besides its works programme. */
    public ProjectTerms of(ProjectTerms now) {
        return new ProjectTerms(
                now.reference(),
                title == null ? now.title() : title.of(now.title()),
                now.kind(),
                requireNonNullElse(beneficiary, now.beneficiary()),
                now.period(),
                place == null ? now.place() : place,
                worksProgramme,
                now.vatRecoverable());
    }
}
