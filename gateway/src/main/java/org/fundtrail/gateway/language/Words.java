package org.fundtrail.gateway.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Problem;

/**
 * The words that are looked up by something the services say: the value of a list, the code of a refusal, the action of an entry, the
 * name of a field. What a page says of itself is in {@link Msg}. A language is a file, {@code words/<language>.properties}.
 */
public final class Words {
    private static final Map<Language, Properties> ALL = new EnumMap<>(Language.class);
    private static final Pattern SUM = Pattern.compile("EUR[ \u00a0](-?[\\d \u00a0]+\\.\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]+");

    static {
        for (var language : Language.values()) {
            ALL.put(language, read(language));
        }
    }

    private Words() {}

    private static Properties read(Language language) {
        var name = "/words/" + language.code() + ".properties";
        try (var in = new InputStreamReader(Words.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    public static Set<String> keys(Language language) {
        return ALL.get(language).stringPropertyNames();
    }

    /** The words under this key, or null. */
    public static String find(Language language, String key) {
        return ALL.get(language).getProperty(key);
    }

    public static String of(Language language, String key) {
        var words = find(language, key);
        return words == null ? key.substring(key.lastIndexOf('.') + 1) : words;
    }

    /** The value of a list, such as fund AMIF, in words. */
    public static String label(Language language, String list, Object value) {
        return value == null || value.toString().isEmpty() ? "–" : of(language, list + "." + value);
    }

    /** The sentence under this key with its named gaps filled. */
    public static String say(Language language, String key, Map<String, String> params) {
        return fill(of(language, key), language, params);
    }

    /** What was refused, in the reader's language; where we have no words for it, as the service said it. */
    public static String refusal(
            Language language, String field, String code, Map<String, String> params, String detail) {
        var own = code == null ? null : find(language, "problem." + code + (field == null ? "" : "." + field));
        var general = own == null && code != null ? find(language, "problem." + code) : own;
        if (general == null) {
            return detail == null || detail.isBlank() ? of(language, "problem.unknown") : detail;
        }
        return fill(general, language, params == null ? Map.of() : params);
    }

    public static String refusal(Language language, Problem problem) {
        return refusal(language, problem.field(), problem.code(), problem.params(), problem.detail());
    }

    private static String fill(String sentence, Language language, Map<String, String> params) {
        var filled = sentence;
        for (var param : params.entrySet()) {
            filled = filled.replace("{" + param.getKey() + "}", value(language, param.getKey(), param.getValue()));
        }
        return filled;
    }

    /** A sum, a day, a field, a service or the value of a list inside a sentence, in the reader's language. */
    private static String value(Language language, String name, String value) {
        if (value == null) {
            return "–";
        }
        if (name.equals("field")) {
            return field(language, value);
        }
        if (name.equals("service")) {
            return of(language, "service." + value);
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
            for (var list : new String[] {"status", "kind", "fund", "actionType", "receiptKind"}) {
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
