package org.fundtrail.funding.api.recovery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** A flat rate that was paid on costs of which something is recovered: it is no more than its part of what is left of them (CPR 54). */
@Schema(
        description =
                "What of a flat rate was paid on costs that are recovered, and is to be recovered as well (CPR 54)")
public record FlatRateToRecover(
        @Schema(description = "Which line of the claim it is: the first is 1", examples = "3")
        int line,

        @Schema(
                description =
                        "What of its share is beyond its part of what all recoveries of the claim leave of its costs, those counted that were not "
                                + "rejected or withdrawn")
        Money amount) {}
