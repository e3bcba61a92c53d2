package org.fundtrail.common;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key that checkpoints of the log of a service are signed with, and which of them. */
@Schema(
        name = "LogKey",
        description =
                "A public key of the log. Compare it with one that you were given by another way than this API: whoever could "
                        + "change the record could change what is answered here")
public record LogKey(
        @Schema(
                description = "The name of the log, which is the origin of its checkpoints",
                examples = "fundtrail.local/funding")
        String name,

        @Schema(
                description = "The first four bytes of SHA-256 of name, line feed, 0x01 and the key (C2SP signed-note)",
                examples = "5f2c41d0")
        String keyId,

        @Schema(description = "The 32 bytes of the Ed25519 key, in Base64")
        String publicKey,

        @Schema(
                description = "All of it in one line, as programs that verify notes take it",
                examples = "fundtrail.local/funding+5f2c41d0+AW8uFQ0vVj0n3XvS0bQ1S0yQ8xkTq0mB3o7X5u0v0nYx")
        String verifierKey,

        @Schema(description = "The first size that it signs", examples = "0")
        long firstSize,

        @Schema(
                description = "The last size that it signed, as another key follows; null for the one in use",
                nullable = true,
                examples = "1041")
        Long lastSize) {}
