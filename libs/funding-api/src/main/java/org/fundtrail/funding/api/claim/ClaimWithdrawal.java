package org.fundtrail.funding.api.claim;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(description = "That whoever recorded the claim takes it back, before it is verified")
public record ClaimWithdrawal(
        @NotNull @Text(max = 2000) @Schema(examples = "Submitted twice")
        String reason,

        @Day(happened = true)
        @Schema(description = "From which day, today unless given; not in the future", examples = "2022-04-06")
        LocalDate on)
        implements Terms {}
