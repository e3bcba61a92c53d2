package org.fundtrail.infrastructure.estimate;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;

@Schema(description = "Which estimate counts from now on")
public record BaselineChoice(
        @Schema(
                required = true,
                description = "Id of one of its own estimates",
                examples = "01932f5e-7c00-7a00-8000-000000000001")
        UUID estimate) {

    BaselineChoice checked() {
        new Checks().given(estimate, "estimate").done();
        return this;
    }
}
