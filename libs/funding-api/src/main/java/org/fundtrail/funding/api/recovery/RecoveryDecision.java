package org.fundtrail.funding.api.recovery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
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
                "What the authorising officer decides on an established recovery (FR 98-99). Who recorded or changed it cannot take it")
public record RecoveryDecision(
        @NotNull
        @Schema(
                description =
                        "APPROVED: it is ordered, and its debit note is made. RETURNED: its officer may change it and send it again. REJECTED: final")
        Decision.Outcome outcome,

        @Text(max = 2000)
        @Schema(description = "Why; needed unless approved", examples = "The report does not name the invoice")
        String reason,

        @Day(happened = true)
        @Schema(description = "The day of the order, today unless given; not in the future", examples = "2023-10-01")
        LocalDate on,

        @Day
        @Schema(description = "By when it is to be paid; 30 days after the order unless given", examples = "2023-10-31")
        LocalDate dueOn,

        @Valid @Schema(description = "From what the interest on late payment is computed; without it none is")
        InterestTerms interest)
        implements Terms {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final List<BigDecimal> POINTS = List.of(new BigDecimal("3.5"), new BigDecimal("8"));

    @Override
    public List<Across> across() {
        return List.of(onlyOrdered(), rateInPercent(), pointsOfTheLaw());
    }

    private Across onlyOrdered() {
        boolean isOrdered = outcome == null || outcome == Decision.Outcome.APPROVED;
        return new Across(
                List.of("outcome", "dueOn", "interest"),
                isOrdered || dueOn == null && interest == null,
                Refusal.Finding.of(FundingRule.DEBIT_NOTE_NEEDS_ORDER, dueOn == null ? "interest" : "dueOn"));
    }

    private Across rateInPercent() {
        var rate = interest == null ? null : interest.ecbRate();
        return new Across(
                List.of("interest.ecbRate"),
                rate == null || rate.signum() >= 0 && rate.compareTo(MOST) <= 0 && rate.scale() <= 2,
                Refusal.Finding.of(FundingRule.PER_CENT_MALFORMED, "interest.ecbRate"));
    }

    private Across pointsOfTheLaw() {
        var points = interest == null ? null : interest.points();
        return new Across(
                List.of("interest.points"),
                points == null || POINTS.stream().anyMatch(one -> one.compareTo(points) == 0),
                Refusal.Finding.of(FundingRule.INTEREST_POINTS_UNKNOWN, "interest.points"));
    }
}
