package org.fundtrail.infrastructure.api.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** A contract as its readers see it. */
@Schema(name = "Contract", description = "What a contractor does for a project, at a price")
public record ContractView(
        UUID id,

        @Schema(examples = "LT-BARRIER-2021-TETAS-1") String reference,

        ContractProject project,
        ContractorView contractor,

        @Schema(description = "Without VAT") Money net,

        @Schema(implementation = String.class, examples = "0.21") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal vatRate,

        @Schema(description = "VAT on the net amount, rounded half up to the cent")
        Money vat,

        @Schema(description = "Net and VAT: what is contracted once it is approved")
        Money gross,

        @Schema(examples = "2021-09-13") LocalDate signedOn,

        @Schema(examples = "2022-04-30") LocalDate dueOn,

        @Schema(
                description =
                        "What the project's approved contracts and this one come to above its baseline with VAT; null "
                                + "within it, without a baseline, and for what was returned or rejected. Stated, never refused",
                nullable = true)
        Money overrun,

        @Schema(
                description =
                        "The EU threshold of public procurement in force when it was signed (Directive 2014/24/EU, Article 4), which its net "
                                + "amount reaches: then the beneficial owners of its contractor are asked for (Regulation (EU) 2021/1060, Article "
                                + "72(2) and Annex XVII, No 23). By the category of its cost line, the lower one without; null below it, and "
                                + "for contracts signed before 2020. Stated, never refused",
                nullable = true)
        Money euThreshold,

        @Schema(description = "Where in the budget it belongs; null for none", nullable = true)
        CostLineRef costLine,

        @Schema(description = "Schedule of values: one line 1 of the whole where none was given")
        List<ScheduleLineView> schedule,

        @Schema(description = "How it is certified, or null", nullable = true)
        CertificationTerms terms,

        @Schema(description = "How far it has come; null until it is approved", nullable = true)
        Stage stage,

        @Schema(description = "Since when, or null", nullable = true)
        LocalDate stageSince,

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
        List<StepTaken> steps,

        @Schema(
                description = "With how much it counted by the day of asOf; null but in lists that were asked for one",
                nullable = true)
        Money counted) {}
