package org.fundtrail.funding.api.recovery;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        description =
                "That the authorising officer waives it: nothing is paid back, and nothing of it can be claimed again")
public record RecoveryWaiver(
        @NotNull @Text(max = 2000) @Schema(examples = "To enforce it would cost more than it comes to")
        String reason,

        @Day(happened = true)
        @Schema(
                description =
                        "From which day, today unless given; not in the future, and not before the day of the order",
                examples = "2024-01-10")
        LocalDate on)
        implements Terms {}
