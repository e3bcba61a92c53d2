package org.fundtrail.common.value;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.fundtrail.common.InputRule;

/** A share between 0 and 1, with at most six decimals. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = Rate.Check.class)
public @interface Rate {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Rate, BigDecimal> {
        private static final int DECIMALS = 6;

        @Override
        public boolean isValid(BigDecimal value, ConstraintValidatorContext context) {
            return value == null
                    || new Faults()
                            .that(
                                    value.signum() >= 0
                                            && value.compareTo(BigDecimal.ONE) <= 0
                                            && value.scale() <= DECIMALS,
                                    InputRule.RATE_MALFORMED)
                            .none(context);
        }
    }
}
