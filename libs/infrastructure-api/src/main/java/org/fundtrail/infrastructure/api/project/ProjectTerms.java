package org.fundtrail.infrastructure.api.project;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Period;
import org.fundtrail.infrastructure.api.estimate.Title;

@Schema(name = "NewProject", description = "A project to record")
public record ProjectTerms(
        @Schema(
                required = true,
                description = "Unique in the institution",
                maxLength = 100,
                examples = "LT-BARRIER-2021")
        String reference,

        @Schema(required = true) Title title,

        @Schema(
                required = true,
                description = "What it is; never changes, because programmes may pay for some kinds only")
        ProjectKind kind,

        @Schema(
                required = true,
                description = "Who carries it out",
                maxLength = 300,
                examples = "State Border Guard Service")
        String beneficiary,

        @Schema(required = true, description = "From its first to its last day")
        Period period,

        @Schema(description = "Where", maxLength = 300, examples = "508 km along the border with Belarus")
        String place,

        @Schema(
                description = "Id or reference of the works programme it belongs to, if any",
                maxLength = 200,
                examples = "LT-BY-BORDER-2021")
        String worksProgramme) {

    public ProjectTerms checked() {
        var checks = new Checks().reference(reference, "reference", 100);
        Title.check(title, checks);
        checks.given(kind, "kind")
                .text(beneficiary, "beneficiary", 300)
                .period(period, "period")
                .optionalText(place, "place", 300)
                .optionalText(worksProgramme, "worksProgramme", 200)
                .done();
        return this;
    }
}
