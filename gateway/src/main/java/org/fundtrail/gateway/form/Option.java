package org.fundtrail.gateway.form;

import java.util.Arrays;
import java.util.List;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** One choice of a list. */
public record Option(String value, String label) {

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
