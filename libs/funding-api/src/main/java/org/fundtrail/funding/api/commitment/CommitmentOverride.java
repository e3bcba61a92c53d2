package org.fundtrail.funding.api.commitment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

/** Why a programme is to pay for what lies outside its scope. */
@Schema(
        description =
                "Why it is recorded though the programme may not pay for that kind of project (cost-outside-programme); an approver decides, "
                        + "and auditors list it")
public record CommitmentOverride(
        @NotNull @Text(max = 2000) @Schema(examples = "The Commission agreed by letter of 3 May 2022")
        String reason) {}
