package org.fundtrail.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words english = new Words("en");
    private final Words lithuanian = new Words("lt");

    @Test
    void every_problem_has_a_sentence_in_both_languages_with_the_same_gaps() {
        assertEquals(english.all().stringPropertyNames(), lithuanian.all().stringPropertyNames());
        for (var key : english.all().stringPropertyNames()) {
            assertEquals(gaps(english, key), gaps(lithuanian, key), key);
        }
        var problems = new TreeSet<String>();
        english.all().stringPropertyNames().stream()
                .filter(key -> key.startsWith("problem."))
                .forEach(problems::add);
        assertEquals(
                new TreeSet<>(Arrays.stream(Problem.values()).map(Words::key).toList()), problems);
    }

    private static TreeSet<String> gaps(Words words, String key) {
        var gaps = new TreeSet<String>();
        var found = Pattern.compile("\\{\\w+}").matcher(words.all().getProperty(key));
        while (found.find()) {
            gaps.add(found.group());
        }
        return gaps;
    }
}
