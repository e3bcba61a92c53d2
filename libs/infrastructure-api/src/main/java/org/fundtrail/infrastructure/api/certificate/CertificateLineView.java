package org.fundtrail.infrastructure.api.certificate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** A line of the schedule in a certificate. */
@Schema(name = "CertificateLine", description = "What of a line of the schedule is done. All amounts are without VAT")
public record CertificateLineView(
        @Schema(examples = "1.2") String line,

        @Schema(nullable = true, examples = "Fence with concertina wire")
        String description,

        @Schema(description = "What the whole line is worth")
        Money value,

        @Schema(description = "What was certified of it before")
        Money previous,

        @Schema(description = "What this certificate adds; below zero where it takes back")
        Money current,

        @Schema(description = "What of it is done to date") Money amount) {}
