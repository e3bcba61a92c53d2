package org.fundtrail.common.value;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Named;

/** What people call a record by: text that reads as it is written and cannot be taken for an id. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = Reference.Check.class)
public @interface Reference {
    /** How many characters at most. */
    int max();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Reference, String> {
        private int max;

        @Override
        public void initialize(Reference rule) {
            max = rule.max();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null
                    || Text.Check.of(value, max, true)
                            .that(!Named.isId(value.strip()), InputRule.LOOKS_LIKE_AN_ID)
                            .none(context);
        }
    }
}
