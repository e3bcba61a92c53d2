package org.fundtrail.verifier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** The sentences of the report in one language. What stands in braces in them is said from case to case. */
final class Words {
    private static final Pattern SAID = Pattern.compile("\\{(\\w+)}");

    private final Properties words = new Properties();

    Words(String language) {
        try (var in = new InputStreamReader(
                Words.class.getResourceAsStream("verifier_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, with where it is in front. */
    String say(Report.Finding finding) {
        var place = new StringBuilder();
        for (var part : new String[] {"service", "table", "record", "field", "checkpoint", "entry", "file"}) {
            var value = finding.said().get(part);
            if (value != null) {
                place.append(place.isEmpty() ? "" : ", ").append(say("place." + part, Map.of(part, value)));
            }
        }
        var sentence = say(key(finding.problem()), finding.said());
        return place.isEmpty() ? sentence : place + ": " + sentence;
    }

    String say(Unreadable unreadable) {
        return say(new Report.Finding(unreadable.problem(), unreadable.said()));
    }

    static String key(Problem problem) {
        return "problem." + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String say(String key, Map<String, String> said) {
        var sentence = words.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("No words for " + key);
        }
        return SAID.matcher(sentence).replaceAll(match -> {
            var value = said.get(match.group(1));
            return java.util.regex.Matcher.quoteReplacement(value == null ? "\u2013" : value);
        });
    }

    Properties all() {
        return words;
    }
}
