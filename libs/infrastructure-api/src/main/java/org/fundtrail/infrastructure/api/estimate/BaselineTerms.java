package org.fundtrail.infrastructure.api.estimate;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;

@Schema(name = "BaselineChoice", description = "Which estimate is to count from now on, and why")
public record BaselineTerms(
        @Schema(
                required = true,
                description = "Id of one of its own estimates",
                examples = "01932f5e-7c00-7a00-8000-000000000001")
        UUID estimate,

        @Schema(
                required = true,
                description = "Why this one: it decides what is covered and what is not",
                maxLength = 2000,
                examples = "The government approved the budget on 2021-08-23")
        String reason) {

    public BaselineTerms checked() {
        new Checks()
                .given(estimate, "estimate")
                .optionalText(reason, "reason", 2000)
                .done();
        return this;
    }
}
