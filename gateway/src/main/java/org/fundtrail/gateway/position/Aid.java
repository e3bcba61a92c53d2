package org.fundtrail.gateway.position;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.fundtrail.common.Money;

/** What funding-service says: the allocations in force on a day, and what of them is committed to which project. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Aid(LocalDate asOf, long recorded, List<Allocation> allocations) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Allocation(
            String id,
            String reference,
            String purpose,
            String donor,
            String fund,
            LocalDate decisionDate,
            Money amount,
            Money received,
            Money reserved,
            Money committed,
            Money available,
            List<Use> projects) {}

    /** What of an allocation is for one project: committed by an approver, or reserved until one decides. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Use(@JsonAlias("id") String project, String reference, Money committed, Money reserved) {}
}
