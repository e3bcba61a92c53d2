package org.fundtrail.gateway.form;

import java.util.List;
import java.util.Map;

/**
 * What is only known now of the fields of a form, by their paths.
 *
 * @param options what there is to choose from, of fields that name a record
 * @param hints what is said beside what the words say
 * @param suggestions what was said there before
 * @param offers what was found of what there is to choose from, where it is not all read
 */
public record Known(
        Map<String, List<Option>> options,
        Map<String, String> hints,
        Map<String, List<Option>> suggestions,
        Map<String, Offer> offers) {

    public Known(Map<String, List<Option>> options, Map<String, String> hints, Map<String, List<Option>> suggestions) {
        this(options, hints, suggestions, Map.of());
    }

    /** While a service is away: what was chosen, and nothing else. */
    public static Known away(Fields<?> fields, Form form) {
        return new Known(fields.chosen(form), Map.of(), Map.of());
    }
}
