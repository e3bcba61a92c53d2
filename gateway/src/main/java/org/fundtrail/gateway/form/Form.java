package org.fundtrail.gateway.form;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundtrail.common.Money;
import org.fundtrail.common.Problem;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * What somebody typed, kept letter by letter, and what is wrong with it. Fields are named as in the API ({@code decision.date}), so a
 * refusal of a service lands at the field it names. Reading a field notes what cannot be read and answers null; whether the value is
 * allowed is for the service to say.
 */
public final class Form {
    /** The one name besides the answers: the key under which a service records this form once. */
    public static final String KEY = "form-key";

    /** By which a short form says that it is only to be kept. */
    public static final String KEEP = "keep";

    private static final Set<String> OWN = Set.of(KEY, "csrf-token", "form-owner", "parked", "typed-in", "lang");
    static final Set<String> SUMS = Set.of("amount", "net");
    static final Set<String> SHARES = Set.of("coFinancingRate", "vatRate");
    private static final int LONGEST = 2000;

    private final Language language;
    private final Map<String, String> typed = new LinkedHashMap<>();
    /** What chosen records are called, by their ids. */
    private final Map<String, String> named = new HashMap<>();

    private final Findings findings = new Findings();
    private final Called called;
    private final List<String> notes = new ArrayList<>();
    private String key;
    private String address;
    Placing placing = Placing.AS_NAMED;
    private Problem problem;

    private Form(Language language) {
        this.language = language;
        called = new Called(language);
        this.key = UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** Says something that is worth a second look and is no reason to refuse. */
    public Form note(String sentence) {
        notes.add(sentence);
        return this;
    }

    public List<String> notes() {
        return notes;
    }

    /**
     * Somebody else changed the record meanwhile: what it says now is said beside what was typed, and whoever sends the form again sends it
     * over that.
     */
    public void catchUp(Form recorded) {
        named.putAll(recorded.named);
        var mine = typedAnswers();
        recorded.typedAnswers().stream()
                .filter(now -> !mine.contains(now))
                .forEach(now -> note(
                        Words.say(language, "note.recorded-now", Map.of("label", now.label(), "now", now.value()))));
        typed.put("version", recorded.value("version"));
    }

    public static Form empty(Language language) {
        return new Form(language);
    }

    /** What was sent. If the reader changed language meanwhile, sums and shares are written as the new one writes them. */
    public static Form of(MultivaluedMap<String, String> sent, Language language) {
        var form = new Form(language);
        for (var field : sent.entrySet()) {
            if (!OWN.contains(field.getKey()) && field.getKey().length() < 100) {
                form.typed.put(field.getKey(), String.join(",", field.getValue()));
            }
        }
        TypedDay.spread(form.typed);
        form.key = kept(sent.getFirst(KEY), form.key);
        var typedIn = sent.getFirst("typed-in");
        if (typedIn != null && Language.of(typedIn) != language) {
            form.typed.replaceAll((field, text) -> Retyped.of(field, text, Language.of(typedIn), language));
        }
        return form;
    }

    private static String kept(String sent, String otherwise) {
        return sent != null && sent.length() >= 8 && sent.length() <= 100 ? sent : otherwise;
    }

    public Form with(String field, String value) {
        if (value != null) {
            typed.put(field, value);
        }
        return this;
    }

    /** Without what was answered here: it has to be answered anew. */
    public Form without(String field) {
        typed.remove(field);
        return this;
    }

    /** A record that was chosen, and what it is called. */
    public Form withRecord(String field, String id, String name) {
        named.put(id, name);
        return with(field, id);
    }

    /** What a record that was chosen is called; where that is not known, that it was chosen. */
    String named(String id) {
        return named.getOrDefault(id, Words.of(language, "as-chosen"));
    }

    public Form withMoney(String field, Money value) {
        return value == null ? this : with(field, language.typed(value));
    }

    public Form withPercent(String field, BigDecimal share) {
        return share == null ? this : with(field, language.percentTyped(share));
    }

    public Form withDate(String field, LocalDate day) {
        if (day != null) {
            TypedDay.put(typed, field, day);
        }
        return this;
    }

    /** With this day where nothing was sent of it: it can be taken away. */
    public Form beginning(String field, LocalDate day) {
        return isSent(field) ? this : withDate(field, day);
    }

    public Language language() {
        return language;
    }

    /** Under this key it is kept, and recorded once. */
    public Form keyed(String draft) {
        key = draft;
        return this;
    }

    public String key() {
        return key;
    }

    /** Where it was sent, or would be: on a page with several forms it is none of the others. */
    public Form sentTo(String path) {
        address = path;
        return this;
    }

    /** Itself for the form that is sent there, else one with nothing typed. */
    public Form at(String path) {
        return address == null || address.equals(path) ? this : empty(language);
    }

    /** Without what was chosen of another version of the record: that is chosen anew. */
    public Form ofVersion(int version) {
        return has("version") && !value("version").equals(String.valueOf(version)) ? without("outcome") : this;
    }

    /** What a service refuses is said where the page asks for it. */
    public Form placing(Placing places) {
        placing = places;
        return this;
    }

    /** Exactly what was typed, or nothing. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return !value(field).isBlank();
    }

    /** Whether nothing is typed in a field, nor in any part of it. */
    public boolean isBlank(String field) {
        return typed.keySet().stream().noneMatch(name -> isOf(field, name) && has(name));
    }

    /** Whether nothing is typed in a field, or only this day, with which it begins. */
    boolean isBlankOr(String field, LocalDate day) {
        return isBlank(field)
                || part(List.of(field)).typed.equals(empty(language).withDate(field, day).typed);
    }

    /** Whether it was sent with this field, or a part of it, filled in or not. */
    boolean isSent(String field) {
        return typed.keySet().stream().anyMatch(name -> isOf(field, name));
    }

    /** Only what was typed in these fields. */
    public Form part(List<String> fields) {
        var part = new Form(language);
        part.named.putAll(named);
        typed.forEach((name, text) -> {
            if (fields.stream().anyMatch(field -> isOf(field, name))) {
                part.typed.put(name, text);
            }
        });
        return part;
    }

    private static boolean isOf(String field, String name) {
        return name.equals(field) || name.startsWith(field + ".");
    }

    /** Whether this value of a list, or of several that may be chosen, was chosen. */
    public boolean chosen(String field, String option) {
        return List.of(value(field).split(",")).contains(option);
    }

    /** What somebody typed or chose, in words, for them to see that it is still there. */
    public List<ShortForm.Answer> typedAnswers() {
        return TypedAnswers.of(this);
    }

    /** Every answer, to be carried to the next step. */
    public Map<String, String> answers() {
        return typed;
    }

    /** The same as a draft keeps it, with the language it was typed in. */
    public Map<String, String> drafted() {
        var kept = new LinkedHashMap<>(typed);
        kept.remove("stay");
        kept.remove(KEEP);
        kept.put("typed-in", language.code());
        return kept;
    }

    /** The answers that this step does not ask for itself. */
    public List<Map.Entry<String, String>> answersExcept(List<String> fields) {
        return typed.entrySet().stream()
                .filter(answer -> fields.stream().noneMatch(f -> isWithin(f, answer.getKey())))
                .toList();
    }

    public List<FormError> errors() {
        return findings.all();
    }

    public boolean isRefused() {
        return !errors().isEmpty();
    }

    public boolean isWrong(String field) {
        return error(field) != null;
    }

    /** Whether a day is wrong because of this part; because of every part where it is wrong as a whole. */
    public boolean isWrongPart(String field, String part) {
        return findings.isWrongPart(field, part);
    }

    public boolean isAnyWrong(List<String> fields) {
        return errors().stream()
                .anyMatch(e -> e.field() != null && fields.stream().anyMatch(f -> isWithin(f, e.field())));
    }

    static boolean isWithin(String field, String name) {
        return isOf(field, name) || name.startsWith(field + "[");
    }

    /** The first thing that is wrong with this field, or null. */
    public String error(String field) {
        return findings.at(field);
    }

    /** The refusal of a service, if one sent this form back. */
    public Problem problem() {
        return problem;
    }

    /** Whether it is back because a service is away: as it is it can be sent again, under the same key. */
    public boolean isAway() {
        return problem != null && problem.status() == 503;
    }

    public Form refuse(String field, String key, String... params) {
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < params.length; i += 2) {
            named.put(params[i], params[i + 1]);
        }
        return tell(field, Words.say(language, key, named, called::of));
    }

    /** What a field is called here, and the rows of a table, of which several have the same fields. */
    public Called called() {
        return called;
    }

    /** Says in a sentence what is wrong. */
    public Form tell(String field, String sentence) {
        return tell(field, sentence, called.row(field));
    }

    /** @param of what it is said of, where the sentence does not say so: a row, or a field */
    Form tell(String field, String sentence, String of) {
        findings.add(new FormError(field, target(field), sentence, of));
        return this;
    }

    /** Every finding of a service at its field. */
    public Form refuse(Problem said) {
        problem = said;
        return ProblemAtFields.tell(this, said);
    }

    private String target(String field) {
        if (field == null) {
            return null;
        }
        return typed.containsKey(field + ".year")
                ? field + "." + language.dateParts().get(0)
                : field;
    }

    public String text(String field) {
        var text = optionalText(field);
        if (text == null) {
            refuse(field, "need." + withoutRow(field));
        }
        return text;
    }

    public String optionalText(String field) {
        var text = value(field).replace("\r\n", "\n").strip(); // a new line is one character, as browsers count it
        if (text.codePointCount(0, text.length()) > LONGEST) {
            refuse(field, "problem.too-long", "max", String.valueOf(LONGEST));
        }
        return text.isEmpty() ? null : text;
    }

    /** A value of a list; what is none of it was not chosen on the page. */
    public <E extends Enum<E>> E choice(String field, Class<E> list) {
        return choices(field, list).stream().findFirst().orElse(null);
    }

    /** Those values of a list that were chosen, one at least. */
    public <E extends Enum<E>> List<E> choices(String field, Class<E> list) {
        var chosen = Arrays.stream(list.getEnumConstants())
                .filter(value -> chosen(field, value.name()))
                .toList();
        if (chosen.isEmpty()) {
            refuse(field, "need." + field);
        }
        return chosen;
    }

    public Money money(String field) {
        return TypedMoney.POSITIVE.read(this, field);
    }

    /** An amount that may be zero. */
    public Money moneyOrZero(String field) {
        return TypedMoney.NOT_NEGATIVE.read(this, field);
    }

    /** Per cent as a share between 0 and 1. */
    public BigDecimal share(String field) {
        return TypedNumber.share(this, field);
    }

    public LocalDate date(String field) {
        return TypedDay.needed(this, field);
    }

    public LocalDate optionalDate(String field) {
        return TypedDay.read(this, field);
    }

    /** Says what is wrong with one part of a field: it is wrong because of that part. */
    void refusePart(String field, String part, String sentence) {
        findings.addPart(new FormError(field, field + "." + part, sentence, called.row(field)));
    }

    /** What a field of a row of a table is called wherever it stands. */
    static String withoutRow(String field) {
        return field.replaceAll("\\[\\d+]", "");
    }
}
