package org.fundtrail.gateway.form;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one chooses from in a field: where it is much, what one looks for in it; and what cannot be chosen.
 *
 * @param name of the field
 * @param found what is offered: all of it, or what has every word that is looked for, and what was chosen
 * @param of how much there is to choose from
 * @param leftOut what cannot be chosen, of what is looked for, by the reasons
 */
public record Choice(String name, List<Option> found, int of, Map<String, List<Option>> leftOut) {
    /** Under which a form keeps what is looked for in a field, and for what the page has looked. */
    static final String SOUGHT = "find.";

    static final String SHOWN = "found.";
    /** So many one reads through; of more one finds what one looks for. */
    private static final int FEW = 15;

    /** What is looked for in a field. */
    public static String sought(Form form, String name) {
        return form.value(SOUGHT + name);
    }

    /** Of what was found elsewhere. */
    static Choice of(Form form, String name, Offer offer) {
        return of(form, name, offer.found(), List.of(), offer.of());
    }

    static Choice of(Form form, String name, List<Option> all) {
        return of(form, name, all, words(sought(form, name)), null);
    }

    private static Choice of(Form form, String name, List<Option> all, List<String> words, Integer of) {
        var offered = all.stream()
                .filter(option -> option.whyNot() == null || form.chosen(name, option.value()))
                .toList();
        return new Choice(
                name,
                offered.stream()
                        .filter(option -> has(option, words) || form.chosen(name, option.value()))
                        .toList(),
                of == null ? offered.size() : of,
                all.stream()
                        .filter(option -> option.whyNot() != null && has(option, words))
                        .collect(Collectors.groupingBy(Option::whyNot, LinkedHashMap::new, Collectors.toList())));
    }

    /** Whether something else is looked for than the page showed, and nothing chosen: whoever presses Enter there wants to see it. */
    static boolean isSought(Form form, String name) {
        return !form.has(name) && !form.value(SOUGHT + name).equals(form.value(SHOWN + name));
    }

    /** However it is written. */
    public static boolean has(Option option, List<String> words) {
        return words.isEmpty() || words.stream().allMatch(plain(option.label())::contains);
    }

    /** The words that are looked for, however they are written. */
    public static List<String> words(String sought) {
        return Stream.of(plain(sought).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    // ── For the templates ──

    public boolean isLong() {
        return of > FEW;
    }

    public int leftOutCount() {
        return leftOut.values().stream().mapToInt(List::size).sum();
    }

    public String sought() {
        return SOUGHT + name;
    }

    public String shown() {
        return SHOWN + name;
    }
}
