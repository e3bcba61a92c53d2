package org.fundtrail.infrastructure.api.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Rate;
import org.fundtrail.common.value.Reference;
import org.fundtrail.common.value.Terms;

@Schema(name = "NewContract", description = "What a contract says: sent to record it, and whole again to change it")
public record ContractTerms(
        @NotNull
        @Reference(max = 100)
        @Schema(description = "Unique in the institution", examples = "LT-BARRIER-2021-TETAS-1")
        String reference,

        @NotNull @Valid Contractor contractor,

        @NotNull @Amount @Schema(description = "Its worth without VAT, in EUR")
        Money net,

        @NotNull
        @Rate
        @Schema(
                description = "VAT on it, between 0 and 1, at most six decimals",
                implementation = String.class,
                examples = "0.21")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal vatRate,

        @NotNull
        @Day(happened = true)
        @Schema(description = "Not in the future; the effective date of the contract", examples = "2021-09-13")
        LocalDate signedOn,

        @NotNull @Day @Schema(description = "When the work is due; not before it was signed", examples = "2022-04-30")
        LocalDate dueOn)
        implements Terms {

    /** Where no contractor was sent, what has to be said of it is missing. */
    public ContractTerms {
        contractor = contractor == null ? new Contractor(null, null) : contractor;
    }

    @Override
    public List<Across> across() {
        return List.of(dueOnceSigned());
    }

    private Across dueOnceSigned() {
        return new Across(
                List.of("signedOn", "dueOn"),
                signedOn == null || dueOn == null || !dueOn.isBefore(signedOn),
                Refusal.Finding.of(InputRule.END_BEFORE_START, "dueOn", "start", String.valueOf(signedOn)));
    }
}
