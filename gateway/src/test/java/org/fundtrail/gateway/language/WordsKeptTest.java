package org.fundtrail.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every word that is asked for is there in every language, and none is there that nobody asks for. */
class WordsKeptTest {
    private static final Path HOME = Path.of(System.getProperty("fundtrail.home"));
    private static final Path TEMPLATES = HOME.resolve("gateway/src/main/resources/templates");
    private static final Path WORDS = HOME.resolve("gateway/src/main/resources/words");
    private static final int WIDEST = 160;

    private static final WordsInUse USE =
            WordsInUse.of(TEMPLATES, HOME.resolve("gateway/src/main/java"), WordFiles.read(Language.EN));
    private static final WordFamilies FAMILIES = new WordFamilies(HOME, actions());
    private static final WordCheck CHECK = new WordCheck(USE, FAMILIES);

    private static Set<String> actions() {
        var actions = new TreeSet<String>();
        for (var file : List.of(
                "libs/records/src/main/resources/sentences/records_en.properties",
                "funding-service/src/main/resources/sentences/funding_en.properties",
                "infrastructure-service/src/main/resources/sentences/infrastructure_en.properties")) {
            actions.addAll(WordCheck.properties(HOME.resolve(file)).stringPropertyNames());
        }
        return actions;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_word_that_is_asked_for_is_there(Language language) {
        assertEquals(Set.of(), CHECK.missing(WordFiles.read(language)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_word_is_there_that_nobody_asks_for(Language language) {
        assertEquals(Set.of(), CHECK.unused(WordFiles.read(language)));
    }

    @Test
    void pages_fill_the_gaps_that_their_words_have() {
        assertEquals(List.of(), USE.badlyFilled);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_is_said_of_a_refusal_has_only_gaps_that_its_rule_fills(Language language) {
        var words = WordFiles.read(language);
        FAMILIES.params.forEach((code, params) -> {
            var gaps = new TreeSet<>(new Sentence(language, words.get("problem." + code)).gaps());
            gaps.removeAll(params);
            gaps.remove("field"); // every refusal names it
            assertEquals(Set.of(), gaps, code);
        });
        assertTrue(FAMILIES.params.size() > 60);
    }

    @Test
    void whoever_forgets_a_word_or_leaves_one_behind_is_told() {
        var use = new WordsInUse();
        use.template(
                "pledge.html",
                "<p>{msg:pledges(count)} {f:field('promised')} {f:label('mood', x)}</p>",
                Map.of("pledges", "Pledges"));
        use.java(
                "PledgePages.java",
                "Words.say(view.language(), isNew ? \"note.new\" : \"note.old\", Map.of()); Words.of(l, \"tone.\" + t)");
        var words = new HashMap<>(WordFiles.read(Language.EN));
        words.put("pledges", "Pledges");
        words.put("nobody_asks", "What for?");
        words.put("fund.GOLD", "Gold");
        words.remove("fund.AMIF");
        var check = new WordCheck(use, FAMILIES);
        assertEquals(
                Set.of(
                        "field.promised in pledge.html",
                        "fund.AMIF",
                        "mood.* in pledge.html",
                        "note.new in PledgePages.java",
                        "note.old in PledgePages.java",
                        "tone.* in PledgePages.java"),
                check.missing(words));
        assertTrue(check.unused(words).containsAll(Set.of("nobody_asks", "fund.GOLD", "history")));
        assertEquals(List.of("pledge.html: pledges"), use.badlyFilled);
    }

    @Test
    void every_language_has_the_same_words_with_the_same_gaps() {
        var english = gaps(Language.EN);
        for (var language : Language.values()) {
            assertEquals(english, gaps(language), language.code());
        }
    }

    private static Map<String, Set<String>> gaps(Language language) {
        var gaps = new TreeMap<String, Set<String>>();
        WordFiles.read(language).forEach((key, text) -> {
            if (!WordCheck.isAgreeing(key)) {
                gaps.put(key, new Sentence(language, text).gaps());
            }
        });
        return gaps;
    }

    @Test
    void the_features_that_are_read_are_those_that_have_files() {
        var files = WordsInUse.files(WORDS, ".properties")
                .map(file -> file.getFileName().toString())
                .toList();
        assertEquals(
                new TreeSet<>(files),
                WordFiles.features().stream()
                        .flatMap(feature -> Stream.of(Language.values())
                                .map(language -> feature + "_" + language.code() + ".properties"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void a_word_stands_in_one_file_and_one_that_points_at_nothing_is_refused() {
        var more = new Properties();
        more.setProperty("history", "History");
        var words = new HashMap<>(Map.of("history", "What was"));
        assertThrows(IllegalStateException.class, () -> WordFiles.add(more, "record", words));
        assertEquals("What was", WordFiles.followed("past", "@history", words));
        assertThrows(IllegalStateException.class, () -> WordFiles.followed("past", "@hystory", words));
    }

    /** Words that look alike and are not the same: why each may be written twice. */
    private static final Map<Set<String>, String> HOMONYMS = Map.of(
            Set.of("send_again", "send_it_again"), "a changed record is sent for approval, a lost request is repeated",
            Set.of("record", "field.owner"), "to record, and a record",
            Set.of("person_name", "field.name"), "a person's name is another word than a thing's in most languages",
            Set.of("step.PROPOSE", "amountOf.PROPOSED"), "it was proposed, and an amount that is",
            Set.of("action", "term.OPERATION"), "what was done to a record, and an operation of a fund",
            Set.of("field.name", "field.title"), "a programme has a name, a project a title; one word in Lithuanian",
            Set.of("field.owner", "field.position"), "a record and an entry of the journal are one word in Lithuanian");

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_text_is_written_once(Language language) {
        var keys = new TreeMap<String, Set<String>>();
        for (var feature : WordFiles.features()) {
            var words = WordCheck.properties(WORDS.resolve(feature + "_" + language.code() + ".properties"));
            words.forEach((key, text) -> keys.computeIfAbsent(text.toString(), none -> new TreeSet<>())
                    .add(key.toString()));
        }
        keys.keySet().removeIf(text -> text.startsWith("@"));
        keys.values().forEach(same -> same.removeIf(WordCheck::isAgreeing));
        keys.values().removeIf(same -> same.size() < 2 || HOMONYMS.containsKey(same) || isDoneAndStands(same));
        assertEquals(Map.of(), keys);
    }

    /** What was done (a step) and how it stands since (a status) differ where participles have a gender. */
    private static boolean isDoneAndStands(Set<String> same) {
        return same.size() == 2
                && same.stream().anyMatch(key -> key.startsWith("step."))
                && same.stream().anyMatch(key -> key.startsWith("status."));
    }

    @Test
    void no_line_of_a_template_is_too_long_to_read() {
        var wide = new ArrayList<String>();
        WordsInUse.files(TEMPLATES, ".html")
                .forEach(file -> WordsInUse.text(file)
                        .lines()
                        .filter(line -> line.length() > WIDEST)
                        .forEach(line -> wide.add(TEMPLATES.relativize(file) + ": " + line.strip())));
        assertEquals(List.of(), wide);
    }
}
