package org.fundtrail.infrastructure.api.trace;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureType;

/** A cost, and by what it came about. */
@Schema(description = "An approved invoice or direct cost, by what it is accepted and on what it counts")
public record TracedCost(
        ExpenditureType type,

        @Schema(description = "Id of the invoice or of the direct cost")
        UUID id,

        @Schema(description = "The invoice's number; of a direct cost what it is for", examples = "TET-2022/0117")
        String number,

        @Schema(description = "With VAT, less what credit notes took back")
        Money amount,

        Subject project,

        @Schema(description = "On which the invoice is; null for a direct cost", nullable = true)
        Subject contract,

        @Schema(description = "By which the invoice is accepted, or null", nullable = true)
        Subject certificate,

        @Schema(description = "On what it counts; together they are its amount")
        List<TracedPart> parts) {

    /** What of a cost counts on one row of the cost report. */
    @Schema(description = "What of a cost counts on a cost line, or on none")
    public record TracedPart(
            @Schema(description = "The cost line, or null where it counts on none", nullable = true)
            Subject costLine,

            @Schema(description = "With VAT, less what credit notes took back")
            Money amount) {}
}
