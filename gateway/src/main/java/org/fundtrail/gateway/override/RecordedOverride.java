package org.fundtrail.gateway.override;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.commitment.OverrideView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;

/** A record of either service that was recorded in spite of a rule. */
@Schema(name = "RecordedOverride", description = "A record that was recorded in spite of a rule, with a reason")
public record RecordedOverride(
        @Schema(description = "commitment or invoice", examples = "commitment")
        String type,

        UUID id,

        @Schema(description = "Of its legal commitment, or the number of the invoice")
        String reference,

        @Schema(description = "The allocation or contract to which it belongs")
        Subject of,

        @Schema(description = "Reference of the project", examples = "LT-BARRIER-2021")
        String project,

        @Schema(description = "What the commitment comes to now, or the invoice with VAT")
        Money amount,

        @Schema(description = "The rule that it was recorded in spite of", examples = "cost-outside-programme")
        String rule,

        @Schema(
                description = "The act behind the rule, or null",
                nullable = true,
                examples = "Regulation (EU) 2021/1147")
        String law,

        @Schema(description = "Why it was recorded all the same")
        String reason,

        @Schema(examples = "APPROVED") String status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who took the last step that is another person's, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it stands where it stands, or null", nullable = true)
        String decisionReason) {

    /** The latest first. */
    static final Comparator<RecordedOverride> LATEST = Comparator.comparing(RecordedOverride::recordedAt)
            .thenComparing(one -> one.id().toString())
            .reversed();

    static RecordedOverride of(OverrideView commitment) {
        return new RecordedOverride(
                FundingKind.COMMITMENT.type(),
                commitment.id(),
                commitment.reference(),
                commitment.allocation(),
                commitment.project().reference(),
                commitment.amount(),
                commitment.rule(),
                commitment.law(),
                commitment.reason(),
                commitment.status().name(),
                commitment.institution(),
                commitment.recordedBy(),
                commitment.recordedAt(),
                commitment.decidedBy(),
                commitment.decidedAt(),
                commitment.decisionReason());
    }

    static RecordedOverride of(InvoiceView invoice) {
        var contract = invoice.contract();
        return new RecordedOverride(
                InfrastructureKind.INVOICE.type(),
                invoice.id(),
                invoice.number(),
                new Subject(InfrastructureKind.CONTRACT.type(), contract.id(), contract.reference()),
                contract.project().reference(),
                invoice.gross(),
                InfrastructureRule.INVOICE_NUMBER_TAKEN.code(),
                null,
                invoice.override().reason(),
                invoice.status().name(),
                invoice.institution(),
                invoice.recordedBy(),
                invoice.recordedAt(),
                invoice.decidedBy(),
                invoice.decidedAt(),
                invoice.reason());
    }

    /** Where it stands, as its own kind calls it. */
    public Enum<?> state() {
        return type.equals(InfrastructureKind.INVOICE.type())
                ? InvoiceStatus.valueOf(status)
                : ApprovalStatus.valueOf(status);
    }

    /** Its page, and that of what it belongs to. */
    public String href() {
        return "/" + type + "s/" + id;
    }

    public String hrefOf() {
        return "/" + of.type() + "s/" + of.id();
    }

    /** All there are, the latest first. */
    @Schema(name = "RecordedOverrides", description = "What was recorded in spite of a rule, the latest first")
    public record All(List<RecordedOverride> items) {}
}
