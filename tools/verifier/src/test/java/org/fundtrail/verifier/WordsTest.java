package org.fundtrail.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void all_that_is_remarked_and_counted_has_its_words() throws IOException {
        var asked = new TreeSet<String>();
        try (var sources = Files.list(Path.of("src/main/java/org/fundtrail/verifier"))) {
            for (var source : sources.toList()) {
                var found = Pattern.compile("\\.(remark|checked)\\(\\s*\"([a-z-]+)\"")
                        .matcher(Files.readString(source));
                while (found.find()) {
                    asked.add(found.group(1) + "." + found.group(2));
                }
            }
        }
        var there = new TreeSet<>(english.all().stringPropertyNames());
        there.removeIf(key -> !key.startsWith("remark.") && !key.startsWith("checked."));
        assertEquals(there, asked);
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
