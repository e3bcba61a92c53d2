package org.fundtrail.common;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of the comments on a record, or of those that ask the reader.
 *
 * @param people whom a comment on the record can ask; with the first page of a record alone
 */
@Schema(description = "A stretch of comments; next is null at its end, otherwise give it as after to read on")
public record CommentList(
        @Schema(description = "The record, as it is called now; null for what is asked of the reader", nullable = true)
        Subject about,

        List<CommentView> items,

        @Schema(nullable = true) String next,

        @Schema(
                description =
                        "Whom a comment on the record can ask: who acted here for its institution, by name; with the first page of a record "
                                + "alone, else null",
                nullable = true)
        List<PersonRef> people) {}
