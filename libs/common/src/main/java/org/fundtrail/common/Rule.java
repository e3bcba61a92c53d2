package org.fundtrail.common;

import java.util.Locale;
import java.util.Map;

/**
 * A reason to say no. Each service lists its own in one enum, so that the codes are stable, can be documented and can be said in every
 * language: the sentence here is the English one, {@code {name}} stands for a parameter.
 */
public interface Rule {

    String name();

    /** The HTTP status a caller gets: 400 for an invalid field, 403, 404, 409 for a rule, state, ceiling or duplicate, 412, 422. */
    int status();

    /** What is wrong and how to mend it, in English, with {@code {name}} for each parameter. */
    String sentence();

    /** The stable code that programs and translations go by, such as {@code own-record}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence with its parameters filled in. */
    default String say(Map<String, String> params) {
        String said = sentence();
        for (var param : params.entrySet()) {
            said = said.replace("{" + param.getKey() + "}", param.getValue());
        }
        return said;
    }
}
