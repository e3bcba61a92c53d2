package org.fundtrail.funding.api.claim;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** A cost of a project as somebody sees it who is about to claim it from an allocation. */
@Schema(
        description =
                "An approved invoice or direct cost of a project, or an approved cost option for it, and what of it can be claimed from an "
                        + "allocation")
public record ClaimableCost(
        ClaimLineKind kind,

        @Schema(description = "Id of the invoice, of the direct cost or of the cost option")
        UUID id,

        @Schema(
                description = "The invoice's number; of a direct cost what it is for; of a cost option its reference",
                examples = "TET-2022/0117")
        String number,

        @Schema(description = "As infrastructure-service says it; of a cost option APPROVED", examples = "PAID")
        String status,

        @Schema(description = "The day of the invoice or of the direct cost; of a cost option that of its decision")
        LocalDate issuedOn,

        @Schema(description = "When the invoice was paid, or null", nullable = true)
        LocalDate paidOn,

        @Schema(description = "With VAT, less what credit notes took back; of a cost option its amount")
        Money gross,

        @Schema(description = "What of it is eligible, less what credit notes took back; of a cost option its amount")
        Money eligible,

        @Schema(
                description =
                        "What no claim has of it and this allocation may pay for: of a fund of the Union what is not declared (CPR 63(9)), of others "
                                + "what is not funded")
        Money left,

        @Schema(
                description =
                        "It is a direct cost on a cost line of staff, so that flat rates of staff costs are a part of it (CPR 54(b))")
        boolean staff,

        @Schema(description = "Of a cost option what it says; otherwise null", nullable = true)
        ClaimOption option,

        @Schema(description = "Why it cannot be claimed from this allocation, or null", nullable = true)
        Hindrance hindrance) {

    /** Why nothing of a cost can be claimed. */
    @Schema(
            name = "ClaimHindrance",
            description =
                    "NO_EU_SHARE: it counts on cost lines of which no fund of the Union pays a share. NOTHING_LEFT: other claims have all of it, "
                            + "or nothing of it is eligible")
    public enum Hindrance {
        NO_EU_SHARE,
        NOTHING_LEFT
    }
}
