package org.fundtrail.gateway.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Problem;

/**
 * What pages say, by its key: what they say of themselves ({@code history}), and what is looked up by something the services say, such as
 * the value of a list ({@code fund.AMIF}), the code of a refusal, the action of an entry, the path of a field. {@link WordFiles} says how
 * they are kept.
 */
public final class Words {
    private static final Map<Language, Map<String, String>> ALL = new EnumMap<>(Language.class);
    private static final Map<Language, Map<String, Sentence>> SENTENCES = new EnumMap<>(Language.class);
    private static final Pattern SUM = Pattern.compile("EUR[ \u00a0](-?[\\d \u00a0]+\\.\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]+");

    static {
        for (var language : Language.values()) {
            ALL.put(language, WordFiles.read(language));
            SENTENCES.put(language, new ConcurrentHashMap<>());
        }
    }

    private Words() {}

    public static Set<String> keys(Language language) {
        return ALL.get(language).keySet();
    }

    /** The words under this key, or null. */
    public static String find(Language language, String key) {
        return ALL.get(language).get(key);
    }

    /**
     * The words under this key. What agrees with a kind has that before it: where it has no words of its own, {@code commitment.status.APPROVED}
     * is said as {@code status.APPROVED}.
     */
    public static String of(Language language, String key) {
        var words = find(language, key);
        if (words == null && key.indexOf('.') >= 0) {
            words = find(language, key.substring(key.indexOf('.') + 1));
        }
        return words == null ? key.substring(key.lastIndexOf('.') + 1) : words;
    }

    /** The value of a list, such as fund AMIF, in words. */
    public static String label(Language language, String list, Object value) {
        return value == null || value.toString().isEmpty() ? "–" : of(language, list + "." + value);
    }

    /** The sentence under this key with its named gaps filled. */
    public static String say(Language language, String key, Map<String, String> params) {
        return say(language, key, params, path -> field(language, path));
    }

    /** @param called what a field is called where it is asked */
    public static String say(Language language, String key, Map<String, String> params, UnaryOperator<String> called) {
        var gaps = new HashMap<String, String>();
        params.forEach((name, value) -> gaps.put(
                name, name.equals("field") && value != null ? called.apply(value) : value(language, name, value)));
        return filled(language, key, gaps);
    }

    /** What a field is called that may stay empty. */
    public static String optional(Language language, String label) {
        return filled(language, "optional", Map.of("label", label));
    }

    /** The sentence under this key with its gaps filled by exactly this. */
    public static String filled(Language language, String key, Map<String, ?> gaps) {
        return SENTENCES
                .get(language)
                .computeIfAbsent(key, unread -> new Sentence(language, of(language, unread)))
                .with(gaps);
    }

    /** What was refused, in the reader's language; where we have no words for it, as the service said it. */
    public static String refusal(
            Language language, String field, String code, Map<String, String> params, String detail) {
        return refusal(language, field, code, params, detail, path -> field(language, path));
    }

    /** @param called what a field is called where it is asked */
    public static String refusal(
            Language language,
            String field,
            String code,
            Map<String, String> params,
            String detail,
            UnaryOperator<String> called) {
        var own = "problem." + code + "." + field;
        var key = find(language, own) == null ? "problem." + code : own;
        if (find(language, key) == null) {
            return detail == null || detail.isBlank() ? of(language, "problem.unknown") : detail;
        }
        return say(language, key, params == null ? Map.of() : params, called);
    }

    public static String refusal(Language language, Problem problem) {
        return refusal(language, problem.field(), problem.code(), problem.params(), problem.detail());
    }

    /** An act of the Union, as the services name it, in the reader's language. */
    public static String law(Language language, String act) {
        return act.replaceFirst("^Regulation \\(EU\\)", Words.of(language, "law_regulation"));
    }

    /** A sum, a day, a field, a service or the value of a list inside a sentence, in the reader's language. */
    private static String value(Language language, String name, String value) {
        if (value == null) {
            return "–";
        }
        if (name.equals("service")) {
            return of(language, "service." + value);
        }
        if (name.equals("law")) {
            return law(language, value);
        }
        var sum = SUM.matcher(value);
        if (sum.matches()) {
            return language.money(Money.eur(new BigDecimal(sum.group(1).replaceAll("[ \u00a0]", ""))));
        }
        if (DAY.matcher(value).matches()) {
            return language.date(LocalDate.parse(value));
        }
        if (value.contains(", ")) {
            return Stream.of(value.split(", "))
                    .map(one -> value(language, name, one))
                    .collect(Collectors.joining(", "));
        }
        if (CODE.matcher(value).matches()) {
            for (var list : new String[] {"status", "kind", "securityKind", "fund", "actionType", "receiptKind"}) {
                var words = find(language, list + "." + value);
                if (words != null) {
                    return words;
                }
            }
        }
        return value;
    }

    /** The name of a field of a record, given its path such as {@code decision.date}; of a field in a field, both names. */
    public static String field(Language language, String path) {
        var plain = path.replaceAll("\\[\\d+]", "");
        var words = find(language, "field." + plain);
        if (words != null) {
            return words;
        }
        int inner = plain.indexOf('.');
        return inner < 0
                ? path
                : field(language, plain.substring(0, inner)) + ": " + field(language, plain.substring(inner + 1));
    }
}
