package org.fundtrail.infrastructure.api.expenditure;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.costline.CostCategory;

/** An invoice or a direct cost as claims see it. */
@Schema(name = "Expenditure", description = "What of an invoice or of a direct cost can be claimed")
public record ExpenditureView(
        ExpenditureType type,

        @Schema(description = "Id of the invoice or of the direct cost")
        UUID id,

        @Schema(description = "The invoice's number; of a direct cost what it is for", examples = "TET-2022/0117")
        String number,

        @Schema(description = "The project that it is a cost of")
        Subject project,

        String institution,

        @Schema(
                description =
                        "Of an invoice RECEIVED, MATCHED, APPROVED, PAID, RETURNED, REJECTED, DISPUTED or WITHDRAWN; of a direct cost PROPOSED, "
                                + "APPROVED, RETURNED, REJECTED or WITHDRAWN",
                examples = "PAID")
        String status,

        @Schema(
                description = "The day on which the invoice was issued; of a direct cost that on which it was incurred",
                examples = "2022-02-28")
        LocalDate issuedOn,

        @Schema(description = "When the invoice was paid, or null", nullable = true)
        LocalDate paidOn,

        @Schema(description = "With VAT; of a direct cost its amount")
        Money gross,

        @Schema(
                description =
                        "How much of it is eligible: of an invoice fixed by its approval, before that 0; of a direct cost its amount by the "
                                + "eligible share of its cost line, rounded half up to the cent")
        Money eligible,

        @Schema(description = "What credit notes took back of it, with VAT; of a direct cost nothing")
        Money credited,

        @Schema(
                description =
                        "What credit notes took back of what is eligible: in the proportion in which they took back of the whole, rounded half "
                                + "up to the cent, and all of it where they took back the whole")
        Money eligibleCredited,

        @Schema(
                description =
                        "What of the eligible counts on cost lines that the Union pays a share of. What counts on one whose share is 0 no fund "
                                + "of the Union pays for")
        Money euEligible,

        @Schema(
                description =
                        "Of what category the cost line is on which a direct cost counts, such as STAFF; of an invoice null",
                nullable = true)
        CostCategory category,

        @Schema(
                description =
                        "The invoice of its supplier and number that was approved first, where there is one, either was recorded in spite of the other, "
                                + "and nobody said that it is another paper: what is claimed of either is claimed of both, and the first has the "
                                + "accounts. Fixed by the approval; an invoice that is named here is approved and shares with no other. Otherwise null",
                nullable = true)
        UUID sharesWith,

        @Schema(description = "Of the invoice or the direct cost; a credit note raises it")
        int version) {}
