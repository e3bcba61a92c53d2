package org.fundtrail.infrastructure.api.estimate;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "BaselineChoice", description = "Which estimate is to count from now on, and why")
public record BaselineTerms(
        @NotNull
        @Schema(description = "Id of one of its own estimates", examples = "01932f5e-7c00-7a00-8000-000000000001")
        UUID estimate,

        @Text(max = 2000)
        @Schema(
                required = true, // its step refuses to be taken without
                description = "Why this one: it decides what is covered and what is not",
                examples = "The government approved the budget on 2021-08-23")
        String reason)
        implements Terms {}
