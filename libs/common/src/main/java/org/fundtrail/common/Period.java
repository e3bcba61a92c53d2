package org.fundtrail.common;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.fundtrail.common.value.Day;

/**
 * A span of days.
 *
 * @param from the first day that counts
 * @param to the last day that counts
 */
public record Period(
        @NotNull @Day LocalDate from, @NotNull @Day LocalDate to) {}
