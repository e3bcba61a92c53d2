package org.fundtrail.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fundtrail.common.value.TextOrNumber;

/**
 * A record of a kind as tests make one. What is told here once is tried of every kind alike by {@link KindsTest}.
 *
 * @param type the kind
 * @param by who records it
 * @param room where one is read by its id, such as {@code /contracts}
 * @param at where it is recorded, below the service's own address; made anew each time, with what it belongs to
 * @param terms what it says, with references that nothing else has
 * @param own how its steps are sent that are not sent as those of all others, by their names
 */
public record Sample(
        String type,
        Person by,
        String room,
        Supplier<String> at,
        Supplier<? extends Map<String, Object>> terms,
        Map<String, Sending> own) {

    public Sample(
            String type, Person by, String room, Supplier<String> at, Supplier<? extends Map<String, Object>> terms) {
        this(type, by, room, at, terms, Map.of());
    }

    /** How a step is sent to the address of a record. */
    public record Sending(String method, String under, Object body) {}

    /** The addresses of steps are the same for every kind: those of a decision, of a change, of what else has one, and of the others. */
    Sending sending(Step step) {
        if (own.containsKey(step.name())) {
            return own.get(step.name());
        }
        return switch (step.name()) {
            case "APPROVE", "APPROVE_REVERSAL" -> decision("APPROVED");
            case "RETURN" -> decision("RETURNED");
            case "REJECT", "REFUSE_REVERSAL" -> decision("REJECTED");
            case "CHANGE" -> new Sending("put", "", terms.get());
            case "CONFIRM" -> new Sending("post", "/confirmation", Map.of());
            case "REFUSE" -> new Sending("post", "/refusal", Map.of("reason", "It did not arrive"));
            default -> new Sending("post", "/steps", Map.of("step", step.name(), "reason", "Entered twice"));
        };
    }

    private static Sending decision(String outcome) {
        return new Sending("post", "/decision", Map.of("outcome", outcome, "reason", "As it should be"));
    }

    /** The terms with one thing different, at a path such as {@code contractor.name}; {@code null} stays in as null. */
    static Map<String, Object> with(Map<String, Object> terms, String path, Object value) {
        var changed = new HashMap<>(terms);
        int dot = path.indexOf('.');
        if (dot < 0) {
            changed.put(path, value);
        } else {
            var outer = path.substring(0, dot);
            changed.put(outer, with(OpenApiDocument.map(terms.get(outer)), path.substring(dot + 1), value));
        }
        return changed;
    }

    /** The path with its ids replaced, as the document has it. */
    static String template(String path) {
        return path.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{id}");
    }

    /** Somebody of another institution with the same role. */
    static Person abroad(String role) {
        return new Person("abroad-" + role, role, "LV-IEM");
    }

    /** Amounts are above zero, unless their description says otherwise. */
    private static Stream<Object> wrongSigns(String said) {
        if (said.endsWith(TermsInDocument.ANY)) {
            return Stream.of();
        }
        if (said.endsWith(TermsInDocument.EITHER_WAY)) {
            return Stream.of(Person.eur("0.00"));
        }
        return said.endsWith(TermsInDocument.NOTHING)
                ? Stream.of(Person.eur("-1.00"))
                : Stream.of(Person.eur("0.00"), Person.eur("-1.00"));
    }

    /** What a field of this schema does not take, and nobody could mean. */
    static List<Object> wrong(Map<String, Object> schema, String ref) {
        if ("Money".equals(ref)) {
            return Stream.concat(
                            wrongSigns(String.valueOf(schema.get("description"))),
                            Stream.of(
                                    Person.eur("1.001"),
                                    Person.eur("10000000000000.00"),
                                    Map.of("amount", "1.00", "currency", "USD"),
                                    Map.of("amount", 1, "currency", "EUR"),
                                    "1.00"))
                    .toList();
        }
        if (schema.get("enum") != null) {
            return List.of("WHATEVER", "", 0, List.of());
        }
        if ("array".equals(schema.get("type"))) {
            return List.of("text", 7, Map.of("a", "b"));
        }
        if (schema.get("properties") != null) {
            return List.of("text", 7, List.of("a"));
        }
        if ("integer".equals(schema.get("type"))) {
            return List.of("many", 1.5, 99, List.of());
        }
        if ("date".equals(schema.get("format"))) {
            return List.of("2021-02-30", "yesterday", "1989-12-31", "2101-01-01", 7, List.of());
        }
        if (schema.get("maxLength") instanceof Integer longest) {
            return Stream.of("x".repeat(longest + 1), 7, true, List.of("a"), Map.of("a", "b"), "a\0b")
                    .filter(wrong -> !wrong.equals(7) || !schema.containsKey(TextOrNumber.SAID))
                    .toList();
        }
        return List.of(List.of("a"), Map.of("a", "b"));
    }
}
