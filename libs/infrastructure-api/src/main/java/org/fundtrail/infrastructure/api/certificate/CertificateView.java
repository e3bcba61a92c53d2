package org.fundtrail.infrastructure.api.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.infrastructure.api.contract.ContractRef;

/** A payment certificate as its readers see it. */
@Schema(
        name = "Certificate",
        description =
                "A payment certificate with its computation, in its fixed order (FIDIC 1999 Red Book, clause 14). Amounts are in EUR and "
                        + "without VAT unless it is said, and to date but those that are said to be of this certificate")
public record CertificateView(
        UUID id,

        @Schema(description = "The contract's reference and the number", examples = "LT-BARRIER-2021-TETAS-1/3")
        String reference,

        ContractRef contract,

        @Schema(description = "What it is called by in its contract", examples = "3")
        String number,

        @Schema(description = "It is certificate 0, of the advance")
        boolean advance,

        @Schema(description = "Until when work is certified", examples = "2022-03-31")
        LocalDate periodTo,

        @Schema(description = "With it the works are taken over")
        boolean takingOver,

        List<CertificateLineView> lines,

        @Schema(description = "What is done of the lines of the schedule")
        Money works,

        @Schema(description = "What is done of approved variations")
        Money variations,

        @Schema(description = "What is due of approved adjustments of prices")
        Money priceAdjustment,

        @Schema(description = "Plant and materials on site") Money plantAndMaterials,

        @Schema(description = "Works, variations, price adjustment, plant and materials together")
        Money gross,

        @Schema(description = "What is held back of works, variations and price adjustment, released or not")
        Money retention,

        @Schema(description = "What of that is released") Money released,

        @Schema(description = "What is recovered of the advance")
        Money advanceRecovered,

        @Schema(description = "Of this certificate: what it recovers of the advance, never below zero")
        Money advanceRecoveredNow,

        @Schema(
                description =
                        "Gross less retention, with what is released, and with the advance less what is recovered")
        Money cumulative,

        @Schema(description = "The same of the certificate before")
        Money previous,

        @Schema(description = "Of this certificate: cumulative less previous; below zero where it takes back")
        Money net,

        @Schema(description = "Of this certificate: VAT on net, rounded half up to the cent")
        Money vat,

        @Schema(description = "Of this certificate: net and VAT")
        Money payable,

        CertificateParameters parameters,

        @Schema(description = "What it moved in each row of the cost report; none before it is approved")
        List<CertificateRowView> rows,

        ApprovalStatus status,
        String institution,
        PersonRef recordedBy,
        Instant recordedAt,

        @Schema(description = "Who approved, returned or rejected it, or null", nullable = true)
        PersonRef decidedBy,

        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Why it was decided so, or null", nullable = true)
        String reason,

        int version,

        @Schema(description = "The reader recorded or changed it, so somebody else has to decide")
        boolean ownRecord,

        @Schema(description = "What the reader may do with it now", examples = "[\"decide\"]")
        List<String> actions,

        @Schema(description = "What was done with it so far, round after round")
        List<StepTaken> steps) {
    /** What it comes to. */
    public CertificateComputation computation() {
        return new CertificateComputation(
                advance,
                works,
                variations,
                priceAdjustment,
                plantAndMaterials,
                gross,
                retention,
                released,
                advanceRecovered,
                advanceRecoveredNow,
                cumulative,
                previous,
                net,
                vat,
                payable,
                parameters);
    }
}
