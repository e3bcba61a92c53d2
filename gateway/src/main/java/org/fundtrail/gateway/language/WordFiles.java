package org.fundtrail.gateway.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The words of a language as they are kept: a file for each feature, {@code words/<feature>_<language>.properties}. A word stands in one
 * file only. One that is the same as another points at it ({@code @field.amount}), so that its text is written once.
 */
final class WordFiles {
    private WordFiles() {}

    /** Every word of the language by its key. */
    static Map<String, String> read(Language language) {
        var words = new HashMap<String, String>();
        for (var feature : features()) {
            add(properties(feature + "_" + language.code()), feature, words);
        }
        words.replaceAll((key, text) -> followed(key, text, words));
        return Map.copyOf(words);
    }

    /** The features that have words, in the order of {@code words/features}. */
    static List<String> features() {
        try (var in = open("/words/features")) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(String file) {
        try (var in = open("/words/" + file + ".properties")) {
            var words = new Properties();
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static BufferedReader open(String name) {
        var in = WordFiles.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("There are no words in " + name);
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    static void add(Properties more, String feature, Map<String, String> words) {
        for (var key : more.stringPropertyNames()) {
            if (words.putIfAbsent(key, more.getProperty(key)) != null) {
                throw new IllegalStateException("The word " + key + " of " + feature + " is in another file too");
            }
        }
    }

    /** The text, or that of the word it points at. */
    static String followed(String key, String text, Map<String, String> words) {
        if (!text.startsWith("@")) {
            return text;
        }
        var other = words.get(text.substring(1));
        if (other == null || other.equals("@" + key)) {
            throw new IllegalStateException("The word " + key + " points at nothing: " + text);
        }
        return followed(key, other, words);
    }
}
