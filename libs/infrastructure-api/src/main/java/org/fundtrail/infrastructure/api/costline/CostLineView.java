package org.fundtrail.infrastructure.api.costline;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;

/** A cost line as its readers see it, with what is budgeted for it now. */
@Schema(name = "CostLine", description = "A line of a project's budget. All amounts are net")
public record CostLineView(
        UUID id,

        @Schema(examples = "Fence and patrol road") String name,

        @Schema(description = "The project whose budget it is a line of")
        Subject project,

        CostCategory category,

        @Schema(description = "What of its original budget the donor may pay for")
        Money eligible,

        @Schema(description = "What of its original budget no donor pays for")
        Money notEligible,

        @Schema(
                description = "What share of the eligible cost the EU pays",
                implementation = String.class,
                examples = "0.75")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal euShare,

        @Schema(description = "From which day it counts", examples = "2021-08-23")
        LocalDate from,

        @Schema(description = "Eligible and not eligible together, as it was recorded")
        Money originalBudget,

        @Schema(description = "What approved transfers brought from other lines, less what they took to them")
        Money transfers,

        @Schema(description = "What approved changes of the budget added, less what they took")
        Money budgetChanges,

        @Schema(description = "Original budget, transfers and changes together")
        Money currentBudget,

        @Schema(description = "Changes of the budget that wait for a decision")
        Money pendingBudgetChanges,

        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version,

        @Schema(description = "What the reader may do with it now", examples = "[\"record-forecast\"]")
        List<String> actions) {}
