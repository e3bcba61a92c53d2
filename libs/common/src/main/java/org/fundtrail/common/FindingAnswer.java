package org.fundtrail.common;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

/** What an administrator says about a place that is not as the entries say, and so closes it. */
@Schema(name = "FindingAnswer", description = "What is known of a finding and what was done about it")
public record FindingAnswer(
        @NotNull
        @Text(max = CommentTerms.LONGEST)
        @Schema(
                description = "Kept for ever as it is, in an entry",
                examples = "Restored from the backup of the night; the disk was replaced")
        String answer)
        implements Terms {}
