package org.fundtrail.records;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fundtrail.common.Subject;

/**
 * Says in one sentence what was done, in the reader's language. Sentences are made from the action and the facts of an entry and are not
 * part of the record. Each module has its own in {@code sentences/<module>_<language>.properties}, by action; {@code {reference}},
 * {@code {parent}}, {@code {amount}} and what else the record says about itself are filled in.
 */
public final class Sentences {

    /** A language that sentences are written in. */
    public enum Language {
        EN(Locale.ENGLISH),
        LT(Locale.forLanguageTag("lt"));

        private final Locale locale;
        private final Map<String, String> byAction = new TreeMap<>();

        Language(Locale locale) {
            this.locale = locale;
        }

        /** The first of the languages a reader asks for, best first, that sentences are written in; English if there is none. */
        static Language of(Iterable<Locale> asked) {
            for (var locale : asked) {
                for (var language : values()) {
                    if (language.locale.getLanguage().equals(locale.getLanguage())) {
                        return language;
                    }
                }
            }
            return EN;
        }
    }

    private static final String[] MODULES = {"records", "funding", "infrastructure"};
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z.]+)}");

    static {
        for (var language : Language.values()) {
            for (var module : MODULES) {
                load(language, "/sentences/" + module + "_" + language.locale.getLanguage() + ".properties");
            }
        }
    }

    private Sentences() {}

    private static void load(Language language, String file) {
        try (var in = Sentences.class.getResourceAsStream(file)) {
            if (in != null) {
                var read = new Properties();
                read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                read.forEach((action, sentence) -> language.byAction.put((String) action, (String) sentence));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every action that has a sentence in this language. */
    public static java.util.Set<String> actions(Language language) {
        return language.byAction.keySet();
    }

    /** What was done, as a sentence without its subject: "Approved the allocation ... of EUR 37,000,000.00". */
    static String of(String action, Subject subject, Subject parent, Map<String, String> about, Language language) {
        var sentence = language.byAction.get(action);
        if (sentence == null) {
            return action + " " + subject.reference();
        }
        var values = new HashMap<>(about);
        values.put("reference", subject.reference());
        values.put("parent", parent == null ? "" : parent.reference());
        if (about.containsKey("amount")) {
            values.put("amount", money(about.get("amount"), about.getOrDefault("currency", ""), language));
        }
        return PLACE.matcher(sentence)
                .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(
                        values.get(place.group(1)) == null ? "" : values.get(place.group(1))));
    }

    private static String money(String amount, String currency, Language language) {
        var format = NumberFormat.getNumberInstance(language.locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        var number = format.format(new BigDecimal(amount));
        return language == Language.EN ? currency + "\u00a0" + number : number + "\u00a0" + currency;
    }
}
