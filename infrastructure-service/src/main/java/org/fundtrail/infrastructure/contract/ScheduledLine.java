package org.fundtrail.infrastructure.contract;

import java.util.UUID;
import org.fundtrail.common.Money;

/**
 * What is certified of a contract line by line.
 *
 * @param line what it is called by
 * @param description or null where the contract has no schedule
 * @param row of the cost report: its cost line, or the project where it has none
 * @param amount without VAT: more is never certified of it
 */
public record ScheduledLine(String line, String description, UUID row, Money amount) {}
