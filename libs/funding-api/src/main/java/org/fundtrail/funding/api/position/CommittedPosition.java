package org.fundtrail.funding.api.position;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

@Schema(name = "ProjectPosition", description = "What of an allocation is reserved for and committed to a project")
public record CommittedPosition(
        @Schema(description = "Its id") UUID project,

        @Schema(
                description = "As it was when something was reserved for it; it never changes",
                examples = "LT-BARRIER-2021")
        String reference,

        Money committed,
        Money reserved,

        @Schema(description = "Of what is committed, what claims hold or were paid")
        Money claimed,

        @Schema(description = "Of what is claimed, what was paid to beneficiaries")
        Money reimbursed,

        @Schema(description = "What beneficiaries were ordered to pay back and did not yet")
        Money toRecover,

        @Schema(description = "What they paid back, or was kept back from what they were paid: committed again")
        Money recovered) {}
