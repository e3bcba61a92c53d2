package org.fundtrail.gateway.list;

import java.util.List;
import java.util.function.BiConsumer;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * By what a list can be narrowed: it stands under its name in the address, in the form beside the list, and above the list while it is on.
 *
 * @param <F> the filter of the service's api that it is passed on in
 * @param word the key of the word a day is asked with, or null
 * @param hint the key of what is said under that word, or null
 * @param list whose values are offered, in words; null where none are
 * @param values that are offered
 * @param set passes it on
 */
public record Filter<F>(
        String name, Shape shape, String word, String hint, String list, Enum<?>[] values, BiConsumer<F, String> set) {

    /** How it is asked. */
    public enum Shape {
        TEXT,
        /** One of the values of a list. */
        ONE,
        /** One of the records that the page offers. */
        RECORD,
        DAY
    }

    /** Text that the records contain; the hint says where. */
    public static <F> Filter<F> search(String hint, BiConsumer<F, String> set) {
        return new Filter<>("q", Shape.TEXT, null, hint, null, null, set);
    }

    /** One of the values of a list. */
    public static <F> Filter<F> one(String field, String list, Enum<?>[] values, BiConsumer<F, String> set) {
        return new Filter<>(field, Shape.ONE, null, null, list, values, set);
    }

    /** One of the records that the page offers. */
    public static <F> Filter<F> record(String field, BiConsumer<F, String> set) {
        return new Filter<>(field, Shape.RECORD, null, null, null, null, set);
    }

    /** The first of the days between which something lies. */
    public static <F> Filter<F> from(String word, BiConsumer<F, String> set) {
        return new Filter<>("from", Shape.DAY, word, null, null, null, set);
    }

    /** The last of them. */
    public static <F> Filter<F> to(String word, BiConsumer<F, String> set) {
        return new Filter<>("to", Shape.DAY, word, null, null, null, set);
    }

    /** By which day the records have to count. */
    public static <F> Filter<F> asOf(BiConsumer<F, String> set) {
        return new Filter<>("asOf", Shape.DAY, null, null, null, null, set);
    }

    /** What is offered in words, where it is one of a list. */
    List<Option> options(Language language) {
        return Option.of(language, list, values);
    }

    String label(Language language) {
        return switch (shape) {
            case TEXT -> Words.of(language, "search");
            case DAY -> word == null ? Words.of(language, "counted_by_day") : Words.of(language, word);
            case ONE, RECORD -> Words.field(language, name);
        };
    }

    public boolean isText() {
        return shape == Shape.TEXT;
    }

    public boolean isDay() {
        return shape == Shape.DAY;
    }
}
