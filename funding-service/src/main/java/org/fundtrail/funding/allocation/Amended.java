package org.fundtrail.funding.allocation;

import java.time.LocalDate;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.FinancingDecision;

/**
 * What is kept of an amendment, decommitment or closure, whichever way it was said.
 *
 * @param change what it adds; zero for a closure
 * @param decision behind an amendment, or null
 * @param on from which day it counts
 */
public record Amended(Money change, FinancingDecision decision, String reason, LocalDate on) {}
