package org.fundtrail.common.value;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.fundtrail.common.InputRule;

/** A day from 1990 to 2100. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = Day.Check.class)
public @interface Day {
    /** Something happened on it, so it is not in the future: today is what the clock of the validator says. */
    boolean happened() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Day, LocalDate> {
        private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
        private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

        private boolean happened;

        @Override
        public void initialize(Day rule) {
            happened = rule.happened();
        }

        @Override
        public boolean isValid(LocalDate value, ConstraintValidatorContext context) {
            var today = LocalDate.now(context.getClockProvider().getClock());
            return value == null
                    || new Faults()
                            .that(isKept(value), InputRule.DATE_OUT_OF_RANGE)
                            .that(
                                    !happened || !value.isAfter(today),
                                    InputRule.DATE_IN_FUTURE,
                                    "today",
                                    today.toString())
                            .none(context);
        }

        /** Whether it is one that the books keep. */
        public static boolean isKept(LocalDate day) {
            return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
        }
    }
}
