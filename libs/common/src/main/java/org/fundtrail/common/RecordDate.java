package org.fundtrail.common;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day of a record that comes, or has just passed. */
@Schema(name = "RecordDate", description = "A day of a record that comes, or has just passed")
public record RecordDate(
        @Schema(description = "The kind of record", examples = "contract")
        String type,

        UUID id,
        String reference,

        @Schema(description = "The record it belongs to, or null", nullable = true)
        Subject parent,

        @Schema(
                description =
                        "What happens on that day: due (the work of a contract), eligibility-ends (of an allocation), expires (a security of a contract), "
                                + "payment-due (until when an invoice is to be paid), period-ends (of a project)",
                examples = "due")
        String what,

        LocalDate day) {}
