package org.fundtrail.common;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A size of the log of a service and the root over its entries, signed. */
@Schema(
        name = "LogCheckpoint",
        description = "A size of the log and the root of its tree (RFC 9162), signed; kept for ever")
public record LogCheckpoint(
        @Schema(description = "How many entries it is of: those at the positions below it", examples = "1042")
        long size,

        @Schema(
                description = "The root of the tree over their leaf hashes, in Base64",
                examples = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")
        String root,

        @Schema(
                description =
                        "The whole signed note (C2SP tlog-checkpoint and signed-note): origin, size, root, and the Ed25519 signature")
        String note,

        @Schema(description = "The key that signed it: the keyId of one of the keys of the log", examples = "5f2c41d0")
        String keyId,

        @Schema(description = "When it was signed") Instant signedAt) {}
