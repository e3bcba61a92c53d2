package org.fundtrail.common;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What shows that a later log continues an earlier one: nothing of it was changed, taken out or put in. */
@Schema(
        name = "ConsistencyProof",
        description =
                "What shows that the later root is over the same entries as the earlier one, and more behind them (RFC 9162, 2.1.4)")
public record ConsistencyProof(
        @Schema(description = "The earlier size", examples = "1000")
        long from,

        @Schema(description = "The later size", examples = "1042")
        long to,

        @Schema(description = "The root of the earlier size, in Base64")
        String fromRoot,

        @Schema(description = "The root of the later size, in Base64")
        String toRoot,

        @Schema(description = "The hashes of the proof, in Base64; none where both sizes are the same")
        List<String> hashes) {}
