package org.fundtrail.funding.api.claim;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the days have gone within which the beneficiary is to be paid in full (CPR 74(1)(b)). */
@Schema(
        description =
                "The days within which the beneficiary is to be paid in full (CPR 74(1)(b)): from the day of the submission to that of the "
                        + "payment or today, without those on which the clock was stopped")
public record ClaimClock(
        @Schema(description = "So many days have gone; on the day of the submission none", examples = "28")
        int day,

        @Schema(description = "Of so many", examples = "80") int of,

        @Schema(
                description = "By when it is to be paid; while the clock is stopped, if it went on today",
                examples = "2022-06-23")
        LocalDate due,

        @Schema(description = "The clock is stopped") boolean stopped,

        @Schema(description = "Since when it is stopped, or null", nullable = true, examples = "2022-04-20")
        LocalDate stoppedOn,

        @Schema(description = "On so many days it was stopped", examples = "12")
        int stoppedDays) {}
