package org.fundtrail.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fundtrail.common.Money;

/**
 * What a record says, field by field, in the canonical values that entries keep: an amount with its currency beside it and a rate as text,
 * a day as it is written, a choice by its name. What lies within a field goes by its path ({@code decision.date}). Lists, and fields that
 * only name another record, are said by the record itself.
 */
public final class Facts {
    private final Map<String, Object> said = new LinkedHashMap<>();

    private Facts() {}

    /** How much, for sentences: {@link Documented#about()}. */
    public static Map<String, Object> sum(Money much) {
        return Map.of("amount", much.amount().toPlainString(), "currency", much.currency());
    }

    /** How much for which project. */
    public static Map<String, Object> sum(Money much, String project) {
        return Map.of("amount", much.amount().toPlainString(), "currency", much.currency(), "project", project);
    }

    /** What the terms say, in the order of their fields. */
    public static Facts of(Record terms) {
        var facts = new Facts();
        facts.read("", terms);
        return facts;
    }

    private void read(String path, Record record) {
        for (var component : record.getClass().getRecordComponents()) {
            var field = path + component.getName();
            var value = value(component, record);
            if (value instanceof Money money) {
                said.put(field, money.amount().toPlainString());
                said.put(path + "currency", money.currency());
            } else if (value instanceof Record inner) {
                read(field + ".", inner);
            } else if (!Collection.class.isAssignableFrom(component.getType())) {
                said.put(field, plain(value));
            }
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    private static Object plain(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Collection<?>) {
            return value;
        }
        if (value instanceof BigDecimal rate) {
            return rate.stripTrailingZeros().toPlainString();
        }
        return value instanceof Enum<?> choice ? choice.name() : value.toString();
    }

    /** The same with these before all others; facts are name, value, name, value. */
    public Facts first(Object... facts) {
        var more = new Facts().last(facts);
        said.forEach(more.said::put);
        return more;
    }

    /** Adds these after all others. */
    public Facts last(Object... facts) {
        for (int i = 0; i < facts.length; i += 2) {
            said.put((String) facts[i], plain(facts[i + 1]));
        }
        return this;
    }

    /** The same with these behind this field, which has to be there. */
    public Facts after(String field, Object... facts) {
        mustHave(field);
        var more = new Facts();
        said.forEach((name, value) -> {
            more.said.put(name, value);
            if (name.equals(field)) {
                more.last(facts);
            }
        });
        return more;
    }

    /** The same with these in the place of this field, which has to be there, and of all within it. */
    public Facts instead(String field, Object... facts) {
        mustHave(field);
        var more = new Facts();
        said.forEach((name, value) -> {
            if (name.equals(field) || name.startsWith(field + ".")) {
                more.last(facts);
            } else {
                more.said.put(name, value);
            }
        });
        return more;
    }

    /** What were missed here would be said for ever: the name of a contractor, for one. */
    private void mustHave(String field) {
        if (said.keySet().stream().noneMatch(name -> name.equals(field) || name.startsWith(field + "."))) {
            throw new IllegalArgumentException("There is no field " + field + " among " + said.keySet());
        }
    }

    public Map<String, Object> asMap() {
        return said;
    }
}
