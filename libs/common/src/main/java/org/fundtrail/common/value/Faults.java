package org.fundtrail.common.value;

import jakarta.validation.ConstraintValidatorContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Rule;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** What a check finds wrong with one value, in the order in which it is said; which field it is only the path of the value tells. */
final class Faults {
    private record Fault(Rule rule, String... params) {}

    private final List<Fault> found = new ArrayList<>();

    /** Adds the rule unless it holds; params are name, value, name, value. */
    Faults that(boolean holds, Rule rule, String... params) {
        if (!holds) {
            found.add(new Fault(rule, params));
        }
        return this;
    }

    /** Whether there is none; tells the validator of those there are. */
    boolean none(ConstraintValidatorContext context) {
        if (!found.isEmpty()) {
            context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(this);
        }
        return found.isEmpty();
    }

    Stream<Refusal.Finding> at(String field) {
        return found.stream().map(fault -> Refusal.Finding.of(fault.rule, field, fault.params));
    }
}
