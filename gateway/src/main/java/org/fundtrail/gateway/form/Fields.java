package org.fundtrail.gateway.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * What a form asks for, in one table: it is read, filled in from a record, asked and said in words by it. Words of a field are those of
 * its path, or of its path in records of this type.
 *
 * @param <T> what the service is told
 */
public final class Fields<T> {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Class<T> terms;
    private final String type;
    private final List<Field> all;

    /**
     * A field as a page asks it.
     *
     * @param choice what there is to choose from
     * @param suggestions what was said there before
     * @param empty what a menu says where nothing need be chosen
     * @param longest how many characters it takes, or null where its page does not say so
     */
    public record Asked(
            String name,
            Field.Control control,
            String label,
            String hint,
            Choice choice,
            List<Option> suggestions,
            boolean isWide,
            String empty,
            Integer longest) {}

    private Fields(Class<T> terms, String type, List<Field> all) {
        this.terms = terms;
        this.type = type;
        this.all = all;
    }

    /** @param type of the record, such as {@code contract} */
    public static <T> Fields<T> of(Class<T> terms, String type, Field... fields) {
        return new Fields<>(terms, type, List.of(fields));
    }

    public String type() {
        return type;
    }

    /** Those of this table that may be answered. */
    public Fields<T> only(Collection<String> paths) {
        return new Fields<>(
                terms,
                type,
                all.stream().filter(field -> paths.contains(field.path)).toList());
    }

    /** The same fields of what has them alike. */
    public <U> Fields<U> as(Class<U> other) {
        return new Fields<>(other, type, all);
    }

    /** This table and then another. */
    public Fields<T> and(Fields<T> others) {
        return new Fields<>(
                terms, type, Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /** This table but for the fields of these paths. */
    public Fields<T> without(String... paths) {
        return new Fields<>(
                terms,
                type,
                all.stream()
                        .filter(field -> !List.of(paths).contains(field.path))
                        .toList());
    }

    /** Whether nothing is typed in any of these fields. */
    public boolean isBlank(Form form) {
        return all.stream().allMatch(field -> form.isBlank(field.path));
    }

    /** The same of a form that begins with this day: that alone is nothing. */
    public boolean isBlank(Form form, LocalDate today) {
        return all.stream().allMatch(field -> form.isBlankOr(field.path, today));
    }

    /** What the service is told; what cannot be read is null there, and the form says so. */
    public T read(Form form) {
        return read(form, Map.of());
    }

    /** @param besides what is told besides, by its name */
    public T read(Form form, Map<String, ?> besides) {
        return JSON.convertValue(said(form, besides), terms);
    }

    /** What the service is told of these fields alone, of a form that asks for others yet. */
    public JsonNode part(Form form) {
        var said = said(form, Map.of());
        var asked = new ArrayList<String>();
        said.fieldNames().forEachRemaining(asked::add);
        // As the terms are written, rates as text: what is not asked yet is left out.
        return JSON.<ObjectNode>valueToTree(JSON.convertValue(said, terms)).retain(asked);
    }

    private ObjectNode said(Form form, Map<String, ?> besides) {
        var said = JSON.createObjectNode();
        besides.forEach((name, value) -> said.set(name, JSON.valueToTree(value)));
        all.forEach(field -> form.called().field(field.path, label(form.language(), field.path)));
        for (var field : all) {
            var value = field.read(form);
            if (value != null || !field.isPartOfWhatMayBeMissing()) {
                put(said, field.path, JSON.valueToTree(value));
            }
        }
        withoutEmpty(said, "");
        for (var field : all) {
            if (field.path.endsWith(".to")) {
                var from = at(said, field.path.replaceFirst("to$", "from"));
                mustFollow(form, field.path, day(from), day(at(said, field.path)));
            }
        }
        return said;
    }

    /** Notes where a period ends before it starts. */
    static void mustFollow(Form form, String field, LocalDate from, LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            form.refuse(field, "problem.end-before-start", "field", field, "start", from.toString());
        }
    }

    /** What is made of fields that may all be left out, and were, is left out. */
    private void withoutEmpty(ObjectNode said, String path) {
        var inner = new ArrayList<String>();
        said.fieldNames().forEachRemaining(inner::add);
        for (var name : inner) {
            if (said.get(name) instanceof ObjectNode part && !part.has("currency")) {
                withoutEmpty(part, path + name + ".");
                if (isLeftOut(part, path + name + ".")) {
                    said.putNull(name);
                }
            }
        }
    }

    private boolean isLeftOut(ObjectNode said, String path) {
        return StreamSupport.stream(said.spliterator(), false).allMatch(JsonNode::isNull)
                && all.stream().filter(field -> field.path.startsWith(path)).allMatch(field -> field.isOptional);
    }

    private static LocalDate day(JsonNode said) {
        return said.isTextual() ? LocalDate.parse(said.textValue()) : null;
    }

    private static void put(ObjectNode said, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            said.set(path, value);
        } else {
            put(said.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    private static JsonNode at(JsonNode said, String path) {
        return said.at("/" + path.replace('.', '/'));
    }

    /** The form as the record would fill it, with the version that this is. */
    public Form fill(Form form, Object record) {
        var recorded = JSON.<JsonNode>valueToTree(record);
        all.forEach(field -> field.fill(form, at(recorded, field.path)));
        return form.with("version", recorded.path("version").asText(null));
    }

    /** The form with what a record says that may be said of another as well: without its version. */
    public Form fillAlike(Form form, Object record) {
        return fill(form, record).without("version");
    }

    /** Those of this table that a form was sent with, filled in or not. */
    public Fields<T> sentIn(Form form) {
        return new Fields<>(
                terms,
                type,
                all.stream().filter(field -> form.isSent(field.path)).toList());
    }

    public List<String> paths() {
        return all.stream().map(field -> field.path).toList();
    }

    /** The records that were chosen, while nobody can say what else there is. */
    public Map<String, List<Option>> chosen(Form form) {
        return all.stream()
                .filter(field -> field.isRecord() && form.has(field.path))
                .collect(Collectors.toMap(
                        field -> field.path,
                        field -> List.of(new Option(form.value(field.path), form.named(form.value(field.path))))));
    }

    /** Everything that was said, for the page where it is checked. */
    public List<Answer> answers(Language language, T said, Map<String, List<Option>> options) {
        var tree = JSON.<JsonNode>valueToTree(said);
        return all.stream()
                .map(field -> new Answer(
                        label(language, field.path),
                        orDash(field.words(
                                language, at(tree, field.path), options.getOrDefault(field.path, List.of())))))
                .toList();
    }

    /** What a record says, for its page: what is called from and to in one line, and nothing of what was left out. */
    public List<Answer> facts(Language language, Object record, Set<String> saidAlready) {
        var tree = JSON.<JsonNode>valueToTree(record);
        var facts = new LinkedHashMap<String, String>();
        for (var field : all) {
            var said = field.words(language, at(tree, field.path), List.of());
            if (said != null && !said.isBlank() && !saidAlready.contains(field.path)) {
                facts.merge(
                        label(language, field.path.replaceFirst("\\.(from|to)$", "")), said, (a, b) -> a + " – " + b);
            }
        }
        return facts.entrySet().stream()
                .map(fact -> new Answer(fact.getKey(), fact.getValue()))
                .toList();
    }

    /** A field that two records have not alike, in words; null where one has nothing there. */
    public record Difference(String field, String yours, String recorded) {}

    /** Where what was said here is not what is recorded now. */
    public List<Difference> differences(Language language, T said, Object record, Map<String, List<Option>> options) {
        var mine = JSON.<JsonNode>valueToTree(said);
        var recorded = JSON.<JsonNode>valueToTree(record);
        return all.stream()
                .map(field -> {
                    var choice = options.getOrDefault(field.path, List.of());
                    return new Difference(
                            label(language, field.path),
                            field.words(language, at(mine, field.path), choice),
                            field.words(language, at(recorded, field.path), choice));
                })
                .filter(difference -> !Objects.equals(difference.yours, difference.recorded))
                .toList();
    }

    private static String orDash(String words) {
        return words == null || words.isBlank() ? "–" : words;
    }

    /** As a page asks them. */
    public List<Asked> asked(Form form, Known known) {
        var language = form.language();
        return all.stream()
                .map(field -> new Asked(
                        field.path,
                        field.control,
                        field.isOptional
                                ? Words.optional(language, label(language, field.path))
                                : question(language, field.path),
                        known.hints().getOrDefault(field.path, Words.find(language, "hint." + type + "." + field.path)),
                        choice(form, field, known),
                        known.suggestions().getOrDefault(field.path, List.of()),
                        field.isWide,
                        field.isOptional ? Words.find(language, "empty." + type + "." + field.path) : null,
                        field.control == Field.Control.AREA ? Longest.find(type, field.path) : null))
                .toList();
    }

    private static Choice choice(Form form, Field field, Known known) {
        var offer = known.offers().get(field.path);
        return offer == null
                ? Choice.of(form, field.path, options(form.language(), field, known))
                : Choice.of(form, field.path, offer);
    }

    private static List<Option> options(Language language, Field field, Known known) {
        return field.list == null
                ? known.options().getOrDefault(field.path, List.of())
                : Option.of(language, field.list, field.values.toArray(String[]::new));
    }

    /** Whether somebody looks for what to choose, and sees it yet. */
    public boolean isSought(Form form) {
        return all.stream().anyMatch(field -> Choice.isSought(form, field.path));
    }

    /** What a page asks; mostly only what it is called. */
    private String question(Language language, String path) {
        var question = Words.find(language, "ask." + type + "." + path);
        return question == null ? label(language, path) : question;
    }

    private String label(Language language, String path) {
        var own = Words.find(language, "field." + type + "." + path);
        return own == null ? Words.field(language, path) : own;
    }
}
