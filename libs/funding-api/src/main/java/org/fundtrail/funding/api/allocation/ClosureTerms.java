package org.fundtrail.funding.api.allocation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "NewClosure", description = "That nothing of an allocation is open any more")
public record ClosureTerms(
        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "The final report is accepted")
        String reason,

        @Day(happened = true)
        @Schema(
                nullable = true,
                description =
                        "The day of the closure: not in the future, and not before the last of its money was decided, received, committed, claimed or paid; today unless given",
                examples = "2024-03-31")
        LocalDate on)
        implements Terms {}
