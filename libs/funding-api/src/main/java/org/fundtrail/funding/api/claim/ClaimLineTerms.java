package org.fundtrail.funding.api.claim;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Text;
import org.fundtrail.funding.api.costoption.CostOptionTerms;
import org.fundtrail.funding.api.rules.FundingRule;

@Schema(name = "NewClaimLine", description = "What is claimed of one cost, or by one cost option")
public record ClaimLineTerms(
        @NotNull ClaimLineKind kind,

        @Schema(
                description = "Of the kind INVOICE: the id of an approved invoice of the project",
                examples = "0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        UUID invoice,

        @Schema(
                description = "Of the kind DIRECT_COST: the id of an approved cost without a contract of the project",
                examples = "0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        UUID directCost,

        @Text(max = 200)
        @Schema(
                description =
                        "Of all other kinds: the id or reference of an approved cost option of that kind, for the claim's allocation and project",
                examples = "AMIF-EMAS-LT-2021/SCO1")
        String decision,

        @Pattern(regexp = CostOptionTerms.QUANTITY, message = "QUANTITY_MALFORMED")
        @Schema(
                description =
                        "Of a UNIT_COST: how many units, above zero, with at most six decimals, as text; needed there. Its amount is the quantity x "
                                + "the rate of the option, rounded half up to the cent",
                examples = "160")
        String quantity,

        @Amount
        @Schema(
                description =
                        "How much of it is claimed, in EUR, before the co-financing rate; all that is left of it unless given. Of a FLAT_RATE what its "
                                + "percentage of the claim's real costs comes to unless given, and never more (CPR 54). Not said of a UNIT_COST, nor of "
                                + "a LUMP_SUM, which is claimed whole")
        Money amount,

        @Text(max = 2000)
        @Schema(
                description =
                        "What is said of it besides; of a LUMP_SUM how its trigger was met, which is needed there",
                examples = "Section 4, without the gate")
        String description) {

    /** A line that takes all that is left of an invoice. */
    public static ClaimLineTerms of(UUID invoice) {
        return new ClaimLineTerms(ClaimLineKind.INVOICE, invoice, null, null, null, null, null);
    }

    /** The cost that it names, whatever its kind; null where it names none or not that of its kind. */
    public UUID item() {
        return namesItsKind() ? kind == ClaimLineKind.INVOICE ? invoice : directCost : null;
    }

    /** What it names: a cost or a cost option. Null where it names none or not that of its kind. */
    String named() {
        var item = item();
        return item != null ? item.toString() : namesItsKind() ? decision : null;
    }

    /** Whether it names what its kind rests on, and nothing else. */
    private boolean namesItsKind() {
        return kind != null
                && (invoice != null) == (kind == ClaimLineKind.INVOICE)
                && (directCost != null) == (kind == ClaimLineKind.DIRECT_COST)
                && (decision != null) == kind.isOfOption();
    }

    /** What it says beyond its kind, or does not say that its kind needs. */
    Optional<Refusal.Finding> wrong(String at) {
        if (kind == null) {
            return Optional.empty();
        }
        if (!namesItsKind()) {
            return Optional.of(Refusal.Finding.of(FundingRule.CLAIM_LINE_NAMES_ANOTHER, at, "kind", kind.name()));
        }
        boolean isCounted = kind == ClaimLineKind.UNIT_COST;
        boolean isWhole = kind == ClaimLineKind.LUMP_SUM;
        if (isCounted && quantity == null || isWhole && description == null) {
            return Optional.of(Refusal.Finding.of(InputRule.REQUIRED, at + (isCounted ? ".quantity" : ".description")));
        }
        boolean saysTooMany = !isCounted && quantity != null;
        boolean saysTooMuch = (isCounted || isWhole) && amount != null;
        return saysTooMany || saysTooMuch
                ? Optional.of(Refusal.Finding.of(
                        FundingRule.NOT_OF_THIS_KIND,
                        at + (saysTooMany ? ".quantity" : ".amount"),
                        "kind",
                        kind.name()))
                : Optional.empty();
    }
}
