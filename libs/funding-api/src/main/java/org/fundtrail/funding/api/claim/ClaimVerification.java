package org.fundtrail.funding.api.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.funding.api.rules.FundingRule;

@Schema(
        description =
                "What a funding officer finds who is not the one that recorded or submitted the claim (CPR 74(1)(a))")
public record ClaimVerification(
        @NotNull
        @Schema(
                description =
                        "APPROVED: what is left after the deductions is eligible. RETURNED: its officer may change it and submit it again. "
                                + "REJECTED: final. Both give back all that the claim took")
        Decision.Outcome outcome,

        @Text(max = 2000) @Schema(description = "Why; needed unless approved", examples = "No proof of payment")
        String reason,

        @Size(max = 500) @Schema(description = "What is not eligible of its lines; only where it is approved")
        List<@NotNull @Valid ClaimDeduction> deductions,

        @Day(happened = true)
        @Schema(
                description = "The day of the verification, today unless given; not in the future",
                examples = "2022-05-02")
        LocalDate on)
        implements Terms {

    public List<ClaimDeduction> deductionsOrNone() {
        return deductions == null ? List.of() : deductions;
    }

    @Override
    public List<Across> across() {
        return List.of(new Across(
                List.of("outcome", "deductions"),
                outcome == null
                        || outcome == Decision.Outcome.APPROVED
                        || deductionsOrNone().isEmpty(),
                Refusal.Finding.of(FundingRule.DEDUCTIONS_NEED_APPROVAL, "deductions")));
    }
}
