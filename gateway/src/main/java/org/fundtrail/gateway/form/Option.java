package org.fundtrail.gateway.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * One choice of a list.
 *
 * @param whyNot why it cannot be chosen, or null where it can
 */
public record Option(String value, String label, String whyNot) {

    public Option(String value, String label) {
        this(value, label, null);
    }

    /** What records say in a text, each once and with what tells it apart; what they do not say any more is left out. */
    public static <T> List<Option> said(List<T> records, Function<T, String> text, Function<T, String> label) {
        var said = new LinkedHashMap<String, Option>();
        records.stream()
                .filter(record -> text.apply(record) != null)
                .map(record -> new Option(text.apply(record), label.apply(record)))
                .forEach(option -> said.putIfAbsent(option.value, option));
        return List.copyOf(said.values());
    }

    /** The values of a list with their words. */
    public static List<Option> of(Language language, String list, Enum<?>[] values) {
        return of(language, list, Arrays.stream(values).map(Enum::name).toArray(String[]::new));
    }

    /** The values of a list with their words. */
    public static List<Option> of(Language language, String list, String... values) {
        return Arrays.stream(values)
                .map(value -> new Option(value, Words.label(language, list, value)))
                .toList();
    }
}
