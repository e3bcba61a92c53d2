package org.fundtrail.gateway.page;

import java.util.Arrays;
import java.util.List;

/** One choice of a list. */
public record Option(String value, String label) {

    /** The values of a list with their words. */
    public static List<Option> of(Language language, String list, String... values) {
        return Arrays.stream(values)
                .map(value -> new Option(value, Words.label(language, list, value)))
                .toList();
    }
}
