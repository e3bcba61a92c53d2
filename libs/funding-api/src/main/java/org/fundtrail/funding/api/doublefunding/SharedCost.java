package org.fundtrail.funding.api.doublefunding;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.programme.Fund;

/** A cost that claims pay, nearly or wholly: what can still be declared and funded of it, and who has the rest. */
@Schema(description = "A cost, what of it is declared and funded in all, and by which claims")
public record SharedCost(
        ClaimLineKind kind,

        @Schema(description = "Id of the invoice or of the direct cost")
        UUID id,

        @Schema(description = "The invoice's number; of a direct cost what it is for", examples = "TET-2022/0117")
        String number,

        Subject project,

        @Schema(description = "With VAT, less what credit notes took back: so much can be funded, by all together")
        Money fundable,

        @Schema(description = "What allocations pay of it, all together")
        Money funded,

        @Schema(
                description = "funded / fundable, rounded down to six decimals; 1 where all of it is funded",
                implementation = String.class,
                examples = "0.96")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal fundedShare,

        @Schema(
                description =
                        "What is eligible for the Union, less what credit notes took back: so much can be declared")
        Money declarable,

        @Schema(description = "What is declared of it to funds of the Union, all together (CPR 63(9))")
        Money declared,

        @Schema(
                description =
                        "By what it is listed: the larger of what is funded of fundable and what is declared of declarable, what nobody can have of "
                                + "either any more because it was found not eligible included; rounded down to six decimals, so 1 only where nothing is left",
                implementation = String.class,
                examples = "1")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal share,

        List<Part> parts) {

    /** What one claim has of the cost. */
    @Schema(name = "SharedCostPart", description = "What one claim has of a cost")
    public record Part(
            Subject claim,
            ClaimStatus status,
            Subject allocation,

            @Schema(description = "Code of the programme", examples = "EU-BORDER-2021")
            String programme,

            Fund fund,

            @Schema(description = "What the claim declares of it to the Union")
            Money declared,

            @Schema(description = "What its allocation pays of it")
            Money funded) {}
}
