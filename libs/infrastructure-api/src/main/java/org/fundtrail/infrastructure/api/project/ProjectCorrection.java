package org.fundtrail.infrastructure.api.project;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.infrastructure.api.estimate.TitleCorrection;

@Schema(
        description =
                "What a project should have said. What is left out stays, and so do its reference, its kind and its period; "
                        + "what it should not have said stands in without.")
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

        @Schema(
                description =
                        "What it says no more: its place, or the works programme that it was in, which it leaves today. Goes before what is "
                                + "said of the same",
                examples = "[\"PLACE\"]")
        List<Omission> without,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "A letter was missing")
        String reason)
        implements Terms {

    /** What a project need not say, and so can say no more; to leave a field out of a correction only means that it stays. */
    public enum Omission {
        PLACE,
        WORKS_PROGRAMME
    }

    /** Whether it says this no more. */
    public boolean omits(Omission what) {
        return without != null && without.contains(what);
    }

    /** What the project says then, besides its works programme. */
    public ProjectTerms of(ProjectTerms now) {
        return new ProjectTerms(
                now.reference(),
                title == null ? now.title() : title.of(now.title()),
                now.kind(),
                requireNonNullElse(beneficiary, now.beneficiary()),
                now.period(),
                omits(Omission.PLACE) ? null : place == null ? now.place() : place,
                worksProgramme,
                now.vatRecoverable());
    }
}
