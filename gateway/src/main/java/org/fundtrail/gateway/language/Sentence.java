package org.fundtrail.gateway.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A sentence with gaps, {@code {amount}} or {@code {0}}, as ICU writes it: what is counted stands in the form that the number asks for,
 * {@code {0, plural, one {# record} other {# records}}}.
 */
final class Sentence {
    private static final String WHOLE = "\\d{1,18}";

    private final MessageFormat format;
    private final Set<String> gaps = new HashSet<>();
    private final Set<String> counted = new HashSet<>();

    Sentence(Language language, String text) {
        format = new MessageFormat(text, language.locale());
        var pattern = new MessagePattern(text);
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START) {
                var gap = pattern.getSubstring(pattern.getPart(i + 1));
                gaps.add(gap);
                if (part.getArgType() == MessagePattern.ArgType.PLURAL) {
                    counted.add(gap);
                }
            }
        }
    }

    /** The names of its gaps. */
    Set<String> gaps() {
        return gaps;
    }

    /** The sentence with its gaps filled: a text as it is, a number as the language writes it. A gap that is not filled stays. */
    String with(Map<String, ?> values) {
        var given = new HashMap<String, Object>(values);
        given.replaceAll((gap, value) -> counted.contains(gap) && value instanceof String text && text.matches(WHOLE)
                ? Long.valueOf(text)
                : value);
        synchronized (format) { // one format is one thread's at a time
            return format.format(given);
        }
    }
}
