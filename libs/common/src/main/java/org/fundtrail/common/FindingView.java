package org.fundtrail.common;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place of the database that is not as the entries say. */
@Schema(
        name = "Finding",
        description =
                "A place of the database that is not as the entries say. It stays open until an administrator has answered it")
public record FindingView(
        UUID id,

        @Schema(description = "The check that found it first")
        UUID verification,

        Instant foundAt,
        @Schema(examples = "funding.allocation") String table,

        @Schema(
                description = "Which row: its id, or the values of its key with commas",
                examples = "0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        String record,

        @Schema(description = "The column; null where it is the whole row", examples = "amount", nullable = true)
        String field,

        @Schema(description = "Of the entry that says otherwise", examples = "417", nullable = true)
        Long position,

        @Schema(
                description =
                        "DIFFERENT: a field says something else than the entries. MISSING: they say it and no row does. UNSAID: a row does and no "
                                + "entry says it. UNREADABLE: it cannot be read as what it has to be. HASH: bytes have another SHA-256. GAP: a position has "
                                + "no entry. ROOT: a root is not that of the entries. SIGNATURE: a signature is not that of the key. CUT_OFF: the log has "
                                + "fewer entries than before",
                examples = "DIFFERENT")
        FindingProblem problem,

        @Schema(
                description = "What the entries say, cut after 500 characters",
                examples = "37000000.00",
                nullable = true)
        String expected,

        @Schema(description = "What stands there, cut after 500 characters", examples = "73000000.00", nullable = true)
        String found,

        @Schema(nullable = true) PersonRef answeredBy,

        @Schema(nullable = true) Instant answeredAt,

        @Schema(nullable = true, examples = "Restored from the backup of the night; the disk was replaced")
        String answer) {}
