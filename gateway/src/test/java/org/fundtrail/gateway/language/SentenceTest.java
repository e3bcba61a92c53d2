package org.fundtrail.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 įrašų",
        "1, 1 įrašas",
        "2, 2 įrašai",
        "9, 9 įrašai",
        "10, 10 įrašų",
        "11, 11 įrašų",
        "21, 21 įrašas",
        "122, 122 įrašai",
        "1000, 1\u00a0000 įrašų"
    })
    void what_is_counted_agrees_with_its_number_in_lithuanian(int count, String said) {
        assertEquals(said, Words.filled(Language.LT, "record_count", Map.of("0", count)));
    }

    @Test
    void what_is_counted_agrees_with_its_number_in_english() {
        assertEquals("1 record", Words.filled(Language.EN, "record_count", Map.of("0", 1)));
        assertEquals("1,234 records", Words.filled(Language.EN, "record_count", Map.of("0", 1234L)));
        assertEquals("Nothing waits for you", Words.filled(Language.EN, "approvals_waiting", Map.of("0", 0)));
    }

    @Test
    void a_number_that_a_service_said_as_text_is_counted_too() {
        assertEquals(
                "Too many sign-ins failed. Try again in 1 second",
                Words.say(Language.EN, "problem.too-many-attempts", Map.of("seconds", "1")));
        assertEquals(
                "Per daug nepavykusių prisijungimų. Bandykite po 30 sekundžių",
                Words.say(Language.LT, "problem.too-many-attempts", Map.of("seconds", "30")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void numbers_are_written_as_everywhere_on_the_pages(Language language) {
        for (long number : new long[] {0, 999, 1000, 12_345, 1_234_567}) {
            assertEquals(language.count(number), new Sentence(language, "{0}").with(Map.of("0", number)));
            assertEquals(
                    language.count(number), new Sentence(language, "{0, plural, other {#}}").with(Map.of("0", number)));
        }
    }

    @Test
    void an_apostrophe_is_an_apostrophe_and_a_gap_takes_what_it_is_given_letter_by_letter() {
        assertEquals(
                "The person's A'{0}' isn't <b>",
                new Sentence(Language.EN, "The person's {0} isn't <b>").with(Map.of("0", "A'{0}'")));
        assertEquals("Not filled: {name}", new Sentence(Language.LT, "Not filled: {name}").with(Map.of()));
    }

    /** Before a bracket, and where two stand together, ICU reads an apostrophe as its own. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void no_word_has_an_apostrophe_that_would_be_lost(Language language) {
        var lost = Pattern.compile("''|'[{}#|]");
        WordFiles.read(language)
                .forEach((key, text) -> assertFalse(lost.matcher(text).find(), key));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatever_is_counted_has_every_form_that_the_language_counts_with(Language language) {
        var rules = PluralRules.forLocale(ULocale.forLanguageTag(language.code()));
        var forms = IntStream.range(0, 200).mapToObj(rules::select).distinct().toList();
        var some = Pattern.compile("\\{\\w+, plural,((?: *[=\\w]+ \\{[^}]*})+)}");
        var without = new TreeSet<String>();
        WordFiles.read(language)
                .forEach((key, text) -> some.matcher(text).results().forEach(counted -> {
                    var there = Stream.of(counted.group(1).split("\\{[^}]*}"))
                            .map(String::strip)
                            .toList();
                    if (!there.containsAll(forms)) {
                        without.add(key + " " + there);
                    }
                }));
        assertEquals(List.of(), List.copyOf(without));
    }
}
