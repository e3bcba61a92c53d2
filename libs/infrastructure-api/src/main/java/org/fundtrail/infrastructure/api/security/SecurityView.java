package org.fundtrail.infrastructure.api.security;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;

/** A security of a contract as its readers see it. */
@Schema(name = "Security", description = "A guarantee or insurance of a contract; never changed")
public record SecurityView(
        UUID id,

        @Schema(
                description = "The contract's reference and which of its securities it is",
                examples = "LT-BARRIER-2021-TETAS-1/S1")
        String reference,

        @Schema(description = "The contract") Subject contract,

        SecurityKind kind,

        @Schema(description = "Up to how much is paid") Money amount,

        @Schema(examples = "AB SEB bankas") String issuer,

        @Schema(description = "The first day on which it is live", examples = "2021-09-13")
        LocalDate from,

        @Schema(description = "The last day on which it is live", examples = "2022-10-31")
        LocalDate to,

        @Schema(description = "It is live today") boolean live,

        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version,

        @Schema(description = "What the reader may do with it now: nothing")
        List<String> actions) {}
