package org.fundtrail.infrastructure.api.estimate;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

/** Where an estimate comes from. */
@Schema(name = "EstimateSource")
public record EstimateSource(
        @NotNull @Text(max = 500) @Schema(examples = "EPSO-G: construction of the physical barrier")
        String title,

        @Text(max = 2000, webAddress = true)
        @Schema(nullable = true, examples = "https://www.epsog.lt/en/projects/physical-barrier")
        String url) {}
