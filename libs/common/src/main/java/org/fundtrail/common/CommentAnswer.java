package org.fundtrail.common;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

/** What closes a comment. */
@Schema(name = "CommentAnswer", description = "What closes a comment")
public record CommentAnswer(
        @NotNull
        @Text(max = CommentTerms.LONGEST)
        @Schema(
                description = "Kept for ever as it is, in the history of the record",
                examples = "It was signed yesterday")
        String text)
        implements Terms {}
