package org.fundtrail.common;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

/** What somebody asks or says about a record. */
@Schema(name = "NewComment", description = "What somebody asks or says about a record")
public record CommentTerms(
        @NotNull @Valid About about,

        @NotNull
        @Text(max = CommentTerms.LONGEST)
        @Schema(
                description = "Kept for ever as it is, in the history of the record",
                examples = "Where is the contract of the second stage?")
        String text,

        @Text(max = 500)
        @Schema(
                description =
                        "Whom it asks: the id of somebody who acted here for the institution of the record, or their whole name",
                examples = "Rasa Kazlauskaitė")
        String to,

        @Day
        @Schema(
                description = "Until when an answer is asked for: not before today, and of somebody",
                examples = "2026-12-18")
        LocalDate by)
        implements Terms {
    /** How many characters a comment or an answer has at most. */
    public static final int LONGEST = 2000;

    /** The record that it is about. */
    @Schema(name = "CommentAbout", description = "The record that a comment is about")
    public record About(
            @NotNull @Text(max = 50) @Schema(description = "Its kind, as entries name it", examples = "allocation")
            String type,

            @NotNull UUID id) {}

    @Override
    public List<Across> across() {
        return List.of(new Across(
                List.of("to", "by"), by == null || to != null, Refusal.Finding.of(InputRule.REQUIRED, "to")));
    }
}
