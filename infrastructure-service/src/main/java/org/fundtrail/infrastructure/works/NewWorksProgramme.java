package org.fundtrail.infrastructure.works;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.infrastructure.estimate.Title;

@Schema(description = "A works programme to record")
record NewWorksProgramme(
        @Schema(
                required = true,
                description = "Unique in the institution",
                maxLength = 100,
                examples = "LT-BY-BORDER-2021")
        String reference,

        @Schema(required = true) Title title) {

    NewWorksProgramme checked() {
        var checks = new Checks().reference(reference, "reference", 100);
        Title.check(title, checks);
        checks.done();
        return this;
    }
}
