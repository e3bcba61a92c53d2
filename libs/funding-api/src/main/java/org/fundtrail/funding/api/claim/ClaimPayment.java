package org.fundtrail.funding.api.claim;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(description = "That the beneficiary was paid, in full (CPR 74(1)(b))")
public record ClaimPayment(
        @NotNull
        @Day(happened = true)
        @Schema(
                description =
                        "The day on which the bank did; not in the future, but it may lie before the day on which the claim was submitted or "
                                + "authorised here",
                examples = "2022-05-20")
        LocalDate paidOn,

        @NotNull
        @Text(max = 200, plain = true)
        @Schema(description = "How the bank calls the payment", examples = "VRM-2022-0815")
        String bankReference)
        implements Terms {}
