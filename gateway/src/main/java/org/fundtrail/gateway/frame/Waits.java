package org.fundtrail.gateway.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.fundtrail.common.StepTaken;
import org.fundtrail.common.Time;

/** Since when a record waits for somebody. Templates reach it as {@code cdi:waits}. */
@RequestScoped
@Named("waits")
public class Waits {
    private static final Set<String> WAITING =
            Set.of("PROPOSED", "RECORDED", "PENDING", "RETURNED", "ESTABLISHED", "REVERSAL_PROPOSED");

    /** The day of the last step that was taken with it, and how many days ago that is. */
    public record Since(LocalDate day, long days) {}

    private final View view;

    Waits(View view) {
        this.view = view;
    }

    /** Null for a record that waits for nobody. */
    public Since of(Enum<?> status, List<StepTaken> steps, Instant recordedAt) {
        return WAITING.contains(status.name()) ? since(steps, recordedAt) : null;
    }

    /** Of one of which that is known. */
    public Since since(List<StepTaken> steps, Instant recordedAt) {
        var last = steps.isEmpty() ? recordedAt : steps.get(steps.size() - 1).at();
        var day = last.atZone(Time.VILNIUS).toLocalDate();
        return new Since(day, ChronoUnit.DAYS.between(day, view.today()));
    }

    /** Whether the day has passed. */
    public boolean isPast(LocalDate day) {
        return day.isBefore(view.today());
    }
}
