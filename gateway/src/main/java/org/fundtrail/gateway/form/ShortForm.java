package org.fundtrail.gateway.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * A form of one page with its answers to check. What it asks stands at {@code base}, the answers are checked at {@code base/check} and
 * recorded at {@code base/record}.
 *
 * @param titled the key of what is done by it
 * @param kicker what is being recorded on, above the title
 * @param back where somebody who thinks better of it goes
 * @param isRepeatable whether another one can be added at once
 */
public record ShortForm(
        Form form, String base, String titled, String kicker, String back, String backLabel, boolean isRepeatable) {

    public ShortForm(Form form, String base, String titled, String kicker, String back, String backLabel) {
        this(form, base, titled, kicker, back, backLabel, false);
    }

    public String title() {
        return Words.of(form.language(), titled);
    }

    /** An answer as it was understood. */
    public record Answer(String label, String value) {
        /** The value of a field of the API, under the name it has in the histories. */
        public static Answer of(Language language, String field, String value) {
            return new Answer(Words.field(language, field), value == null || value.isBlank() ? "–" : value);
        }
    }

    /** What was answered and is not asked here, to be carried along. */
    public List<Map.Entry<String, String>> beside(List<Fields.Asked> fields) {
        return form.answersExcept(
                Stream.concat(fields.stream().map(Fields.Asked::name), Stream.of("stay", "find", "found"))
                        .toList());
    }

    /** Everything that was answered, for the page where it is checked. */
    public List<Map.Entry<String, String>> carried() {
        return form.answersExcept(List.of("stay"));
    }
}
