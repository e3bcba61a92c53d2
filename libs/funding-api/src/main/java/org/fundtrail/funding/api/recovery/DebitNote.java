package org.fundtrail.funding.api.recovery;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what the beneficiary is asked to pay back. */
@Schema(description = "By what the beneficiary is asked to pay back (FR 98-99)")
public record DebitNote(
        @Schema(
                description = "Numbered within the institution and the year of the order, without gaps",
                examples = "DN-2023-7")
        String number,

        @Schema(description = "The day of the order", examples = "2023-10-01")
        LocalDate on,

        @Schema(description = "By when it is to be paid", examples = "2023-10-31")
        LocalDate dueOn) {}
