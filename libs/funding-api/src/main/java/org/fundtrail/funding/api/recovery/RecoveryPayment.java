package org.fundtrail.funding.api.recovery;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(description = "That the beneficiary paid it back, with the interest that is due on that day")
public record RecoveryPayment(
        @NotNull
        @Day(happened = true)
        @Schema(
                description =
                        "The day on which the bank had it; not in the future, and not before the day of the order",
                examples = "2024-01-10")
        LocalDate paidOn,

        @NotNull
        @Text(max = 200, plain = true)
        @Schema(description = "How the bank calls the payment", examples = "VRM-2024-0031")
        String bankReference)
        implements Terms {}
