package org.fundtrail.funding.api.recovery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.api.rules.FundingRule;

@Schema(
        name = "NewRecovery",
        description =
                "What is to be paid back of a claim that was paid: sent to record it, and whole again to change it. Either of a claim, of one invoice "
                        + "or direct cost, or of both together")
public record RecoveryTerms(
        @Text(max = 200)
        @Schema(
                description =
                        "Id or reference of a paid claim; needed where several paid claims name the invoice. Alone, the amount is divided among its "
                                + "lines by what of each can still be recovered",
                examples = "AMIF-EMAS-LT-2021/1")
        String claim,

        @Schema(
                description =
                        "Id of an invoice or direct cost that a paid claim names, or of a cost option of the claim that is said: it is recovered of that line alone",
                examples = "0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        UUID invoice,

        @NotNull
        @Amount
        @Schema(description = "How much of what the allocation paid is to be paid back, in EUR, without interest")
        Money amount,

        @NotNull
        @Text(max = 2000)
        @Schema(description = "Why it is due", examples = "The gate was delivered to another site")
        String reason,

        @Schema(
                description =
                        "NOT_PROVEN unless given: once it is paid back it can be claimed again. NOT_ELIGIBLE: nobody can claim it any more")
        DeductionKind kind,

        @Valid
        @Schema(
                description =
                        "The finding of the claim's verification because of which it is due; finding-unknown where the claim has none there")
        RecoveryFinding finding)
        implements Terms {

    /** Whether it can be claimed again, where it says that and otherwise. */
    public DeductionKind kindOrNotProven() {
        return kind == null ? DeductionKind.NOT_PROVEN : kind;
    }

    @Override
    public List<Across> across() {
        return List.of(
                new Across(
                        List.of("claim", "invoice"),
                        claim != null || invoice != null,
                        Refusal.Finding.of(FundingRule.RECOVERY_OF_NOTHING, "claim")),
                new Across(
                        List.of("finding"),
                        finding == null || finding.saysOnePlace(),
                        Refusal.Finding.of(FundingRule.FINDING_AT_ONE_PLACE, "finding")));
    }
}
