package org.fundtrail.infrastructure.api.invoice;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(description = "What an approver decides. Who recorded, changed or matched the invoice cannot take it.")
public record InvoiceDecision(
        @NotNull
        @Schema(
                description =
                        "APPROVED: it may be paid. RETURNED: its officer may change it. REJECTED: final, its number is free")
        Decision.Outcome outcome,

        @Text(max = 2000)
        @Schema(
                description =
                        "Why; needed unless approved, where less is approved than is payable, and where eligible is lowered",
                examples = "The fence of section 4 is not in this certificate")
        String reason,

        @Amount(zero = true)
        @Schema(description = "How much of it is eligible, where that is less than was computed; with a reason")
        Money eligible,

        @Schema(
                description =
                        "true: the invoice, recorded in spite of another of its number, is another paper with a cost of its own. Otherwise what is "
                                + "claimed of either of the two is claimed of both (Regulation (EU) 2021/1060, Article 63(9)). Only of one with override")
        Boolean anotherPaper)
        implements Terms {}
