package org.fundtrail.infrastructure.api.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.infrastructure.api.contract.ContractRef;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** An invoice as its readers see it. */
@Schema(name = "Invoice", description = "What a supplier asks to be paid on a contract")
public record InvoiceView(
        UUID id,

        @Schema(examples = "TET-2022/0117") String number,

        ContractRef contract,
        SupplierView supplier,

        @Schema(examples = "2022-02-28") LocalDate issuedOn,

        @Schema(
                description =
                        "Until when it is to be paid: 30 days after it was issued (FR 116), unless the house allows another number",
                examples = "2022-03-30")
        LocalDate dueOn,

        Money net,
        Money vat,
        Money gross,

        @Schema(description = "The certificate by which it is accepted, or null", nullable = true)
        InvoiceCertificate certificate,

        @Schema(description = "What was accepted and where that is kept, or null", nullable = true)
        String acceptance,

        @Schema(description = "The cost line that it names itself, or null", nullable = true)
        CostLineRef costLine,

        @Schema(description = "Why it was recorded though there is another of its number, or null", nullable = true)
        InvoiceOverride override,

        @Schema(
                description =
                        "Of one with override: whether its approver said that it is another paper; null before it is approved and of all others",
                nullable = true)
        Boolean anotherPaper,

        @Schema(
                description =
                        "Where its number was used twice and its approver, or that of the other one, did not say that it is another paper: the one "
                                + "that was approved first, with which it shares what can be claimed; otherwise null",
                nullable = true)
        InvoiceNumber sharesWith,

        @Schema(
                description =
                        "Others of the same supplier with the same number that are neither rejected nor withdrawn")
        List<AlikeView> duplicates,

        @Schema(description = "Others of the same supplier with the same gross amount, issued within 30 days of it")
        List<AlikeView> similar,

        @Schema(
                description =
                        "What it is held against; null once it is decided, in lists, and before it is known what that is",
                nullable = true)
        Available available,

        @Schema(
                description =
                        "How much of it is eligible: fixed when it is approved, before that as it would be now (in lists null). Net, with VAT where "
                                + "the project costs less than 5 million with VAT (by its baseline, or without one by what is contracted) or "
                                + "does not get VAT back, by the eligible share of its cost line; 0 without a cost line, and where it was issued "
                                + "outside the project's period: the day that the paper bears is known before it is approved, and it cannot be "
                                + "moved into the period by paying it early",
                nullable = true)
        Money eligible,

        @Schema(description = "What credit notes take back of it")
        Money credited,

        @Schema(description = "Credit notes, the first first; in lists none")
        List<CreditNoteView> credits,

        @Schema(description = "When it was paid, or null", nullable = true)
        LocalDate paidOn,

        @Schema(description = "What shows that it was paid, or null", nullable = true)
        String proof,

        InvoiceStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who took the last step that is another person's, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it stands where it stands, or null", nullable = true)
        String reason,

        int version,

        @Schema(description = "The reader recorded or changed it, so others have to match, approve and pay it")
        boolean ownRecord,

        @Schema(description = "What the reader may do with it now", examples = "[\"match\"]")
        List<String> actions,

        @Schema(description = "What was done with it so far, round after round")
        List<StepTaken> steps) {}
