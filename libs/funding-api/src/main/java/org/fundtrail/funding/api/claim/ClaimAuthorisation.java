package org.fundtrail.funding.api.claim;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Decision;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        description =
                "What the authorising officer decides on a verified claim (FR 111). Who recorded, submitted or verified it cannot take it")
public record ClaimAuthorisation(
        @NotNull
        @Schema(
                description =
                        "APPROVED: it is to be paid. RETURNED: its officer may change it and submit it again, also after it was authorised and "
                                + "before it is paid. REJECTED: final. Both give back all that the claim took")
        Decision.Outcome outcome,

        @Text(max = 2000)
        @Schema(description = "Why; needed unless approved", examples = "The deduction of line 2 has no ground")
        String reason,

        @Day(happened = true)
        @Schema(description = "The day of the decision, today unless given; not in the future", examples = "2022-05-12")
        LocalDate on)
        implements Terms {}
