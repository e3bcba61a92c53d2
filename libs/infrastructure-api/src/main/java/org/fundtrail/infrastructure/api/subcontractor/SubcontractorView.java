package org.fundtrail.infrastructure.api.subcontractor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;

/** A subcontractor of a contract as its readers see it; what is said of a person can be erased. */
@Schema(name = "Subcontractor", description = "Who does a part of a contract for its contractor; never changed")
public record SubcontractorView(
        UUID id,

        @Schema(
                description = "The contract's reference and which of its subcontractors it is",
                examples = "LT-BARRIER-2021-TETAS-1/SUB1")
        String reference,

        @Schema(description = "The contract") Subject contract,

        @Schema(description = "By which its data can be erased (POST /v1/persons/{id}/erasure)")
        UUID identityId,

        @Schema(description = "Null once it was erased", nullable = true, examples = "UAB Vielos darbai")
        String name,

        @Schema(description = "Null once it was erased", nullable = true, examples = "302417795")
        String identifier,

        @Schema(description = "What it does, without VAT") Money amount,

        @Schema(description = "Who owns or controls it in the end, as far as it was said")
        List<OwnerView> beneficialOwners,

        @Schema(
                description =
                        "It does more than 50 000.00 EUR without VAT, and no beneficial owner is said (Regulation (EU) 2021/1060, Annex XVII)")
        boolean ownersMissing,

        @Schema(description = "From which day it is one", examples = "2021-10-04")
        LocalDate on,

        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version,

        @Schema(description = "What the reader may do with it now: nothing")
        List<String> actions) {}
