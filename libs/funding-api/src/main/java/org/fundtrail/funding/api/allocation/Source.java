package org.fundtrail.funding.api.allocation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Text;

/** Where a figure comes from and what it says there, even where it says something else. */
@Schema(name = "Source", description = "Where a figure comes from and what is said there")
public record Source(
        @NotNull @Text(max = 500) @Schema(examples = "Press release of the Commission")
        String title,

        @Text(max = 2000, webAddress = true)
        @Schema(
                nullable = true,
                examples =
                        "https://cde.news/european-commission-approves-e36-7-million-to-support-migration-management-in-lithuania/")
        String url,

        @Day @Schema(nullable = true, description = "Of the publication", examples = "2021-08-11")
        LocalDate date,

        @Text(max = 2000) @Schema(nullable = true, examples = "EUR 36.7 million for reception")
        String statement) {}
