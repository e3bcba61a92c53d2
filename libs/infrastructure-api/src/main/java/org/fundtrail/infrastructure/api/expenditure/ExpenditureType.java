package org.fundtrail.infrastructure.api.expenditure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be claimed of the costs of a project. */
@Schema(description = "INVOICE: on a contract. DIRECT_COST: staff, fees and land without one")
public enum ExpenditureType {
    INVOICE,
    DIRECT_COST
}
