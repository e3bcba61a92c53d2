package org.fundtrail.funding.api.recovery;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        description =
                "That it is kept back, with the interest that is due on that day, from what another claim is to be paid")
public record RecoveryOffset(
        @NotNull
        @Text(max = 200)
        @Schema(
                description =
                        "Id or reference of an authorised claim of the same project, of which at least as much is still to be paid",
                examples = "AMIF-EMAS-LT-2021/2")
        String claim,

        @Day(happened = true)
        @Schema(
                description =
                        "From which day, today unless given; not in the future, and not before the day of the order",
                examples = "2024-01-10")
        LocalDate on)
        implements Terms {}
