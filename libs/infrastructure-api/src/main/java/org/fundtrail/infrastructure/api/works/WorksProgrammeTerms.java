package org.fundtrail.infrastructure.api.works;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.infrastructure.api.estimate.Title;

@Schema(name = "NewWorksProgramme", description = "A works programme to record")
public record WorksProgrammeTerms(
        @Schema(
                required = true,
                description = "Unique in the institution",
                maxLength = 100,
                examples = "LT-BY-BORDER-2021")
        String reference,

        @Schema(required = true) Title title) {

    public WorksProgrammeTerms checked() {
        var checks = new Checks().reference(reference, "reference", 100);
        Title.check(title, checks);
        checks.done();
        return this;
    }
}
