package org.fundtrail.funding.api.commitment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Text;

/** The act that creates the obligation: a grant agreement or a financing decision. */
public record LegalCommitment(
        @NotNull @Text(max = 200, plain = true) @Schema(examples = "Government decision of 23 August 2021")
        String reference,

        @NotNull @Day(happened = true) @Schema(description = "Not in the future", examples = "2021-08-23")
        LocalDate date) {}
