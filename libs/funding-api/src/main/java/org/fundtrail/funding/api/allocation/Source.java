package org.fundtrail.funding.api.allocation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a figure comes from and what it says there, even where it says something else. */
@Schema(name = "Source", description = "Where a figure comes from and what is said there")
public record Source(
        @Schema(required = true, maxLength = 500, examples = "Press release of the Commission")
        String title,

        @Schema(
                nullable = true,
                maxLength = 2000,
                examples =
                        "https://cde.news/european-commission-approves-e36-7-million-to-support-migration-management-in-lithuania/")
        String url,

        @Schema(nullable = true, description = "Of the publication", examples = "2021-08-11")
        LocalDate date,

        @Schema(nullable = true, maxLength = 2000, examples = "EUR 36.7 million for reception")
        String statement) {}
