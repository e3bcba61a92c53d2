package org.fundtrail.common;

import java.time.LocalDate;

/**
 * A span of days.
 *
 * @param from the first day that counts
 * @param to the last day that counts
 */
public record Period(LocalDate from, LocalDate to) {}
