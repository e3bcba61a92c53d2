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
import org.fundtrail.common.Money;

/** What a record is worth: in the currency of the books, above zero, and not too large to be added up. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = Amount.Check.class)
public @interface Amount {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Amount, Money> {
        /** So far below what a column holds that no sum of records can outgrow it. */
        private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(13);

        @Override
        public boolean isValid(Money value, ConstraintValidatorContext context) {
            return value == null
                    || new Faults()
                            .that(
                                    value.currency().equals(Money.EUR),
                                    InputRule.CURRENCY_NOT_KEPT,
                                    "currency",
                                    value.currency())
                            .that(value.amount().signum() > 0, InputRule.AMOUNT_NOT_POSITIVE)
                            .that(value.amount().compareTo(TOO_LARGE) < 0, InputRule.AMOUNT_TOO_LARGE)
                            .none(context);
        }
    }
}
