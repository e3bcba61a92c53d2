package org.fundtrail.infrastructure.api.security;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        name = "NewSecurity",
        description =
                "A security of a contract: a guarantee or an insurance. It is never changed: one that is prolonged is another one")
public record SecurityTerms(
        @NotNull SecurityKind kind,

        @NotNull @Amount @Schema(description = "Up to how much is paid, in EUR")
        Money amount,

        @NotNull @Text(max = 300) @Schema(description = "The bank or insurer that gives it", examples = "AB SEB bankas")
        String issuer,

        @NotNull @Day @Schema(description = "The first day on which it is live", examples = "2021-09-13")
        LocalDate from,

        @NotNull
        @Day
        @Schema(description = "The last day on which it is live; not before the first", examples = "2022-10-31")
        LocalDate to)
        implements Terms {

    @Override
    public List<Across> across() {
        return List.of(firstDayFirst());
    }

    private Across firstDayFirst() {
        return new Across(
                List.of("from", "to"),
                from == null || to == null || !to.isBefore(from),
                Refusal.Finding.of(InputRule.END_BEFORE_START, "to", "start", String.valueOf(from)));
    }
}
