package org.fundtrail.gateway.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Money;

/** The value of a field of a record, which the services keep as text, in the reader's language. */
public final class FieldValue {
    // By name, not by look: a reference may well look like a day or a sum.
    private static final Set<String> DAYS = Set.of("date", "from", "to", "valueDate");
    private static final Set<String> AMOUNTS = Set.of(
            "amount",
            "net",
            "vat",
            "gross",
            "claimed",
            "deducted",
            "declared",
            "eligible",
            "eligibleCredited",
            "nationalShare",
            "notEligible",
            "share",
            "unfunded",
            "unitRate");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private FieldValue() {}

    /** A value of a field of a record of this kind, whose words agree with it. */
    public static String of(Language language, String kind, String field, Object value) {
        if (field.equals("status") && value instanceof String status) {
            return Words.label(language, kind + ".status", status);
        }
        // what a claim is paid of the Union; of a cost line it is a rate
        return of(language, kind.equals("claim") && field.equals("euShare") ? "share" : field, value);
    }

    /** A value of a journal entry, which keeps sums and days as text, in the reader's language; null is no value. */
    public static String of(Language language, String field, Object value) {
        if (value == null || value.equals("")) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("amount") && map.containsKey("currency")) {
                return language.money(new Money(
                        new BigDecimal(map.get("amount").toString()),
                        map.get("currency").toString()));
            }
            return map.entrySet().stream()
                    .filter(e -> !(e.getValue() instanceof String id
                            && ID.matcher(id).matches())) // means nothing to a reader
                    .map(e -> of(language, e.getKey().toString(), e.getValue()))
                    .filter(v -> v != null)
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(v -> of(language, field, v))
                    .filter(v -> v != null)
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof Boolean yes) {
            return Words.of(language, yes ? "yes" : "no");
        }
        var text = value.toString();
        if (text.startsWith("sha256:")) {
            return Words.of(language, "kept-apart");
        }
        var name = field.substring(field.lastIndexOf('.') + 1);
        if (isDay(name) && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return language.date(LocalDate.parse(text));
        }
        if (name.toLowerCase().endsWith("rate") && text.matches("[01](\\.\\d{1,6})?")) {
            return language.percent(new BigDecimal(text));
        }
        if (AMOUNTS.contains(name) && text.matches("-?\\d{1,17}\\.\\d{2}")) {
            return language.money(Money.eur(text));
        }
        return lists(name)
                .map(list -> Words.find(language, list + "." + text))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(text);
    }

    private static boolean isDay(String name) {
        return DAYS.contains(name) || name.endsWith("On") || name.endsWith("Since");
    }

    /** The lists in which a value of this field has its words. */
    private static Stream<String> lists(String field) {
        return switch (field) {
            case "costScope", "projectKind" -> Stream.of("kind");
            case "kind" -> Stream.of("kind", "receiptKind", "claimLine", "deduction");
            case "basis" -> Stream.of("basis", "flatRateBasis");
            case "answer" -> Stream.of("checklistAnswer");
            case "error" -> Stream.of("errorKind");
            default -> Stream.of(field);
        };
    }
}
