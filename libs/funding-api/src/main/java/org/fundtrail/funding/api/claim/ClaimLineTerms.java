package org.fundtrail.funding.api.claim;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Text;

@Schema(name = "NewClaimLine", description = "What is claimed of one cost")
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

        @Amount
        @Schema(
                description =
                        "How much of it is claimed, in EUR, before the co-financing rate; all that is left of it unless given")
        Money amount,

        @Text(max = 2000) @Schema(description = "What is said of it besides", examples = "Section 4, without the gate")
        String description) {

    /** A line that takes all that is left of an invoice. */
    public static ClaimLineTerms of(UUID invoice) {
        return new ClaimLineTerms(ClaimLineKind.INVOICE, invoice, null, null, null);
    }

    /** The cost that it names, whatever its kind; null where it names none or not that of its kind. */
    public UUID item() {
        return isNamedAsItsKind() ? kind == ClaimLineKind.INVOICE ? invoice : directCost : null;
    }

    /** Whether it names what its kind rests on, and nothing else. */
    boolean isNamedAsItsKind() {
        return (invoice != null) == (kind == ClaimLineKind.INVOICE)
                && (directCost != null) == (kind == ClaimLineKind.DIRECT_COST);
    }
}
