package org.fundtrail.funding.api.claim;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        name = "ClaimClockAction",
        description = "That the 80 days within which the beneficiary is to be paid stop, or go on (CPR 74(1)(b))")
public record ClaimClockChange(
        @NotNull
        @Schema(
                description =
                        "STOP while what the beneficiary sent does not let it be found whether the amount is due; START once it does")
        Action action,

        @Text(max = 2000)
        @Schema(description = "Why; needed to stop it", examples = "The beneficiary was asked for the proof of payment")
        String reason,

        @Day(happened = true)
        @Schema(
                description =
                        "From which day, today unless given; not in the future, and not before the day from which the clock goes as it does now",
                examples = "2022-04-20")
        LocalDate on)
        implements Terms {

    @Schema(name = "ClockAction")
    public enum Action {
        STOP,
        START
    }
}
