package org.fundtrail.common.value;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import org.fundtrail.common.InputRule;

/** Text of at most so many characters, not blank: what may be left out is null. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {
    /** How many characters, each counted once whatever it takes to write it. */
    int max();

    /** What a record quotes, such as the reference of a decision: it reads as it is written. */
    boolean plain() default false;

    /** The address of a page on the web. */
    boolean webAddress() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Text, String> {
        private Text rule;

        @Override
        public void initialize(Text rule) {
            this.rule = rule;
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null
                    || of(value, rule.max(), rule.plain())
                            .that(!rule.webAddress() || isWebAddress(value), InputRule.URL_MALFORMED)
                            .none(context);
        }

        static Faults of(String value, int max, boolean plain) {
            if (value.isBlank()) {
                return new Faults().that(false, InputRule.REQUIRED);
            }
            return new Faults()
                    .that(
                            value.codePointCount(0, value.length()) <= max,
                            InputRule.TOO_LONG,
                            "max",
                            String.valueOf(max))
                    .that(!plain || value.chars().noneMatch(Check::turnsText), InputRule.DIRECTION_MARK);
        }

        /** Invisible marks that make a reader see other characters, or another order, than are there. */
        private static boolean turnsText(int c) {
            return c == 0x061c
                    || c >= 0x200b && c <= 0x200f
                    || c >= 0x202a && c <= 0x202e
                    || c >= 0x2060 && c <= 0x2069
                    || c == 0xfeff;
        }

        private static boolean isWebAddress(String value) {
            try {
                var uri = new URI(value);
                return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
