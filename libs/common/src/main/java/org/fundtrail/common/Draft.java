package org.fundtrail.common;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.time.Instant;
import java.util.Map;

/**
 * What somebody has typed into a form and not recorded yet, right or wrong, letter by letter: theirs alone, and no part of the books.
 *
 * @param key under which its form is recorded, once
 * @param page where it goes on
 * @param title what is being recorded, as the gateway puts it in the words of whoever reads it
 * @param answers what was typed, by the names of the fields; null in a list of drafts
 * @param savedAt when it was last kept
 * @param recorded the room and id of the record that came of it, such as {@code receipts/0193...}; null until then
 */
public record Draft(
        String key,
        String page,
        String title,

        @JsonDeserialize(contentUsing = StringDeserializer.class) // as it was typed: nothing is stripped or refused
        Map<String, String> answers,

        Instant savedAt,
        String recorded) {

    public static Draft of(String key, String page, String title, Map<String, String> answers) {
        return new Draft(key, page, title, answers, null, null);
    }
}
