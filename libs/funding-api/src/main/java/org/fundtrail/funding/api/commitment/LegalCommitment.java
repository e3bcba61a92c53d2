package org.fundtrail.funding.api.commitment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The act that creates the obligation: a grant agreement or a financing decision. */
public record LegalCommitment(
        @Schema(required = true, maxLength = 200, examples = "Government decision of 23 August 2021")
        String reference,

        @Schema(required = true, description = "Not in the future", examples = "2021-08-23")
        LocalDate date) {}
