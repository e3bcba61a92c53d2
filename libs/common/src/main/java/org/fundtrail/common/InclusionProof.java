package org.fundtrail.common;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What shows that an entry is in the log at its position. */
@Schema(
        name = "InclusionProof",
        description = "What leads from the leaf of an entry to the root of a size (RFC 9162, 2.1.3)")
public record InclusionProof(
        @Schema(description = "Where the entry stands, from 0", examples = "17")
        long position,

        @Schema(description = "The size of the log whose root it leads to", examples = "1042")
        long size,

        @Schema(description = "SHA-256 of a zero byte and the entry's body, in Base64")
        String leafHash,

        @Schema(description = "The hashes from the leaf's sibling upwards, in Base64")
        List<String> hashes) {}
