package org.fundtrail.infrastructure.api.estimate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an estimate comes from. */
@Schema(name = "EstimateSource")
public record EstimateSource(
        @Schema(required = true, maxLength = 500, examples = "EPSO-G: construction of the physical barrier")
        String title,

        @Schema(nullable = true, maxLength = 2000, examples = "https://www.epsog.lt/en/projects/physical-barrier")
        String url) {}
