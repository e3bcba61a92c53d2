package org.fundtrail.common.value;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Refusal.Finding;
import org.fundtrail.common.Time;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/**
 * Asks the rules of terms, those written at fields and those across them, and turns what they say into refusals: everything that is wrong
 * at once, in the order of the fields. A use case calls it itself, after the idempotency key was claimed, with the day of its own clock.
 */
public final class Values {
    private static final ValidatorFactory FACTORY = Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new AsWritten())
            .traversableResolver(new Everything())
            .buildValidatorFactory();

    private static volatile Today latest = today(LocalDate.EPOCH);

    private Values() {}

    /** The validator of one day. */
    private record Today(LocalDate day, Validator validator) {}

    private static Today today(LocalDate day) {
        var clock = Clock.fixed(day.atStartOfDay(Time.VILNIUS).toInstant(), Time.VILNIUS);
        return new Today(day, FACTORY.usingContext().clockProvider(() -> clock).getValidator());
    }

    /** Refuses terms with everything that is wrong with them. */
    public static void check(Terms terms, LocalDate today) {
        var wrong = Stream.concat(
                atFields(terms, today),
                terms.across().stream().filter(rule -> !rule.holds()).map(Across::otherwise));
        refuse(terms, wrong);
    }

    /** Refuses a part of terms with everything that is wrong with the fields that were sent. */
    public static void check(Part<?> part, LocalDate today) {
        var atFields = atFields(part.terms(), today)
                .filter(finding -> part.has(finding.field()))
                .toList();
        var wrong = atFields.stream().map(Finding::field).toList();
        var across = part.terms().across().stream()
                .filter(rule -> rule.fields().stream().allMatch(field -> part.has(field) && !wrong.contains(field)))
                .filter(rule -> !rule.holds())
                .map(Across::otherwise);
        refuse(part.terms(), Stream.concat(atFields.stream(), across));
    }

    /**
     * What the rules say of a body of which something could not be read, and was left out.
     *
     * @param unread the fields of that: nothing is said of them, nor of what depends on them
     */
    static Stream<Finding> besides(Object body, List<String> unread, LocalDate today) {
        try {
            if (body instanceof Terms terms) {
                check(terms, today);
            } else if (body instanceof Part<?> part) {
                check(part, today);
            }
            return Stream.empty();
        } catch (Refusal refusal) {
            return refusal.findings().stream().filter(finding -> !UnreadableBody.isAmong(unread, finding.field()));
        }
    }

    private static void refuse(Terms terms, Stream<Finding> wrong) {
        var inOrder = wrong.sorted(Comparator.comparing(finding -> FieldOrder.of(terms.getClass(), finding.field())))
                .toList();
        if (!inOrder.isEmpty()) {
            throw new Refusal(inOrder);
        }
    }

    private static Stream<Finding> atFields(Terms terms, LocalDate today) {
        var now = latest;
        if (!now.day.equals(today)) {
            now = today(today);
            latest = now;
        }
        return now.validator.validate(terms).stream().flatMap(violation -> findings(terms, violation));
    }

    /** The one place where an annotation becomes a rule with its code. */
    private static Stream<Finding> findings(Terms terms, ConstraintViolation<?> violation) {
        var field = SentName.of(
                terms.getClass(), violation.getPropertyPath().toString().replace(".<list element>", ""));
        HibernateConstraintViolation<?> said = violation.unwrap(HibernateConstraintViolation.class);
        var faults = said.getDynamicPayload(Faults.class);
        if (faults != null) {
            return faults.at(field);
        }
        var rule = violation.getConstraintDescriptor().getAnnotation();
        if (rule instanceof NotNull || rule instanceof NotEmpty) {
            return Stream.of(Finding.of(InputRule.REQUIRED, field));
        }
        if (rule instanceof Size size) {
            return Stream.of(Finding.of(InputRule.TOO_MANY, field, "max", String.valueOf(size.max())));
        }
        return Stream.of(Finding.of(terms.rule(violation.getMessageTemplate()), field));
    }

    /** A message is the name of a rule, or nothing: sentences are the rules'. */
    private static final class AsWritten implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }

    /** Terms are read whole, whether or not the program that reads them knows a database. */
    private static final class Everything implements TraversableResolver {
        @Override
        public boolean isReachable(Object at, Path.Node node, Class<?> root, Path path, ElementType type) {
            return true;
        }

        @Override
        public boolean isCascadable(Object at, Path.Node node, Class<?> root, Path path, ElementType type) {
            return true;
        }
    }
}
