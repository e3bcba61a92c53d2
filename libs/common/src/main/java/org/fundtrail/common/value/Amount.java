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

/** What a record is worth: in the currency of the books, above zero unless it is said otherwise, and not too large to be added up. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = Amount.Check.class)
public @interface Amount {
    /** It may be nothing. */
    boolean zero() default false;

    /** It may be below zero: what takes rather than adds. */
    boolean negative() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Amount, Money> {
        /** So far below what a column holds that no sum of records can outgrow it. */
        private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(13);

        private Amount rule;

        @Override
        public void initialize(Amount rule) {
            this.rule = rule;
        }

        @Override
        public boolean isValid(Money value, ConstraintValidatorContext context) {
            return value == null
                    || new Faults()
                            .that(
                                    value.currency().equals(Money.EUR),
                                    InputRule.CURRENCY_NOT_KEPT,
                                    "currency",
                                    value.currency())
                            .that(isAllowed(value.amount().signum()), otherwise(rule))
                            .that(value.amount().abs().compareTo(TOO_LARGE) < 0, InputRule.AMOUNT_TOO_LARGE)
                            .none(context);
        }

        private boolean isAllowed(int sign) {
            return sign > 0 || sign == 0 && rule.zero() || sign < 0 && rule.negative();
        }

        private static InputRule otherwise(Amount rule) {
            return rule.zero()
                    ? InputRule.AMOUNT_NEGATIVE
                    : rule.negative() ? InputRule.AMOUNT_ZERO : InputRule.AMOUNT_NOT_POSITIVE;
        }
    }
}
