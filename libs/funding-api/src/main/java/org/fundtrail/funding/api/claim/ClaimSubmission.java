package org.fundtrail.funding.api.claim;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;

@Schema(description = "That the claim is submitted: from this day the beneficiary is to be paid within 80 days")
public record ClaimSubmission(
        @Day(happened = true)
        @Schema(
                description = "The day on which it was submitted, today unless given; not in the future",
                examples = "2022-04-04")
        LocalDate on)
        implements Terms {}
