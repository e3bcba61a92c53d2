package org.fundtrail.gateway.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** Something that a form asks for, said once: how it is asked, read, filled in and said in words. Its path is its name in the API. */
public final class Field {
    /** How it is asked. */
    public enum Control {
        TEXT,
        AREA,
        MONEY,
        SHARE,
        DAY,
        SELECT,
        RADIOS,
        CHECKBOXES,
        TICK,
        QUANTITY,
        PER_CENT,
        ROWS
    }

    final String path;
    final Control control;
    /** The list that has words for its values, and the values; none for what may be anything. */
    final String list;

    final List<String> values;
    /** The cells of a row. */
    List<Field> cells = List.of();

    boolean isOptional;
    private String needed;
    boolean isWide;
    private TypedMoney sign = TypedMoney.POSITIVE;

    private Field(String path, Control control, String list, List<String> values) {
        this.path = path;
        this.control = control;
        this.list = list;
        this.values = values;
        needed = path;
    }

    public static Field text(String path) {
        return new Field(path, Control.TEXT, null, List.of());
    }

    /** Text of several lines. */
    public static Field area(String path) {
        return new Field(path, Control.AREA, null, List.of());
    }

    /** An amount above zero, in EUR. */
    public static Field money(String path) {
        return new Field(path, Control.MONEY, null, List.of());
    }

    /** How much of something, above zero, with at most six decimals. */
    public static Field quantity(String path) {
        return new Field(path, Control.QUANTITY, null, List.of());
    }

    /** A rate that is said in per cent, as by a central bank, with at most two decimals. */
    public static Field perCent(String path) {
        return new Field(path, Control.PER_CENT, null, List.of());
    }

    /** A table that is typed, or pasted from a spreadsheet, row by row; the paths of its cells begin with its own. */
    public static Field rows(String path, Field... cells) {
        var field = new Field(path, Control.ROWS, null, List.of());
        field.cells = List.of(cells);
        return field.optional();
    }

    /** Per cent, as a share between 0 and 1. */
    public static Field share(String path) {
        return new Field(path, Control.SHARE, null, List.of());
    }

    public static Field day(String path) {
        return new Field(path, Control.DAY, null, List.of());
    }

    /** A record that is there, out of a menu. */
    public static Field record(String path) {
        return new Field(path, Control.SELECT, null, List.of());
    }

    /** Yes where it is ticked. */
    public static Field tick(String path) {
        return new Field(path, Control.TICK, null, List.of());
    }

    /** One value of a list, out of a menu. */
    public static Field one(String path, String list, Enum<?>... values) {
        return new Field(path, Control.SELECT, list, names(values));
    }

    /** One value of a list, out of a menu. */
    public static Field one(String path, String list, String... values) {
        return new Field(path, Control.SELECT, list, List.of(values));
    }

    /** One value of a short list, all of them on the page. */
    public static Field radios(String path, String list, Enum<?>... values) {
        return new Field(path, Control.RADIOS, list, names(values));
    }

    /** One value of a list or more. */
    public static Field several(String path, String list, Enum<?>... values) {
        return new Field(path, Control.CHECKBOXES, list, names(values));
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    boolean isRecord() {
        return control == Control.SELECT && values.isEmpty();
    }

    /** Left out, it leaves out what it lies in as well, unless another field says something of that. */
    boolean isPartOfWhatMayBeMissing() {
        return isOptional && path.contains(".");
    }

    /** What is said where it is missing is said of this, since its path alone does not tell what it is. */
    public Field needed(String what) {
        needed = what;
        return this;
    }

    public Field optional() {
        isOptional = true;
        return this;
    }

    /** A table that has a row at least. */
    public Field oneAtLeast() {
        isOptional = false;
        return this;
    }

    /** An amount that may be zero. */
    public Field orZero() {
        sign = TypedMoney.NOT_NEGATIVE;
        return this;
    }

    /** An amount that may be below zero, but not zero. */
    public Field orNegative() {
        sign = TypedMoney.NOT_ZERO;
        return this;
    }

    /** An amount that may be zero or below it. */
    public Field orAny() {
        sign = TypedMoney.ANY;
        return this;
    }

    private boolean isLeftOut(Form form) {
        return isOptional && form.isBlank(path);
    }

    /** For long text. */
    public Field wide() {
        isWide = true;
        return this;
    }

    /** What the service is told; what cannot be read is noted in the form. */
    Object read(Form form) {
        return switch (control) {
            case TEXT, AREA -> isOptional ? form.optionalText(path) : form.text(path);
            case MONEY -> isLeftOut(form) ? null : sign.read(form, path);
            case SHARE -> isLeftOut(form) ? null : form.share(path);
            case DAY -> isOptional ? form.optionalDate(path) : form.date(path);
            case TICK -> form.chosen(path, "true");
            case QUANTITY -> isLeftOut(form) ? null : TypedNumber.quantity(form, path);
            case PER_CENT -> isLeftOut(form) ? null : TypedNumber.perCent(form, path);
            case ROWS -> {
                var rows = TypedRows.read(form, this);
                yield isOptional ? rows : needed(form, rows);
            }
            case CHECKBOXES -> isLeftOut(form) ? null : needed(form, chosen(form));
            case SELECT, RADIOS -> {
                var chosen = values.isEmpty() ? form.optionalText(path) : first(chosen(form));
                yield isOptional ? chosen : needed(form, chosen);
            }
        };
    }

    private List<String> chosen(Form form) {
        return values.stream().filter(value -> form.chosen(path, value)).toList();
    }

    private static String first(List<String> chosen) {
        return chosen.isEmpty() ? null : chosen.get(0);
    }

    private <V> V needed(Form form, V chosen) {
        if (chosen == null || chosen.equals(List.of())) {
            form.refuse(path, "need." + needed);
        }
        return chosen;
    }

    /** As the record would fill it. */
    void fill(Form form, JsonNode recorded) {
        if (recorded.isMissingNode() || recorded.isNull()) {
            return;
        }
        switch (control) {
            case MONEY -> form.withMoney(path, money(recorded));
            case SHARE -> form.withPercent(path, new BigDecimal(recorded.asText()));
            case DAY -> form.withDate(path, LocalDate.parse(recorded.asText()));
            case CHECKBOXES -> form.with(path, String.join(",", texts(recorded)));
            case QUANTITY -> form.with(path, form.language().number(recorded.asText()));
            case ROWS -> form.with(path, TypedRows.typed(form.language(), this, recorded));
            default -> {
                if (recorded.isObject()) {
                    form.withRecord(path, recorded.path("id").asText(), called(recorded));
                } else {
                    form.with(path, recorded.asText());
                }
            }
        }
    }

    /** What was said, for people. */
    String words(Language language, JsonNode said, List<Option> options) {
        if (said.isMissingNode() || said.isNull()) {
            return null;
        }
        return switch (control) {
            case MONEY -> language.money(money(said));
            case SHARE -> language.percent(new BigDecimal(said.asText()));
            case DAY -> language.date(LocalDate.parse(said.asText()));
            case TICK -> Words.of(language, said.asBoolean() ? "yes" : "no");
            case CHECKBOXES ->
                texts(said).stream()
                        .map(value -> Words.label(language, list, value))
                        .collect(Collectors.joining(", "));
            case TEXT, AREA -> said.asText();
            case QUANTITY, PER_CENT -> language.number(said.asText());
            case ROWS -> TypedRows.words(language, this, said);
            case SELECT, RADIOS -> list == null ? named(said, options) : Words.label(language, list, said.asText());
        };
    }

    /** What a record is called: as it is offered, or as a view of another record says. */
    private static String named(JsonNode record, List<Option> options) {
        var id = record.isObject() ? record.path("id").asText() : record.asText();
        return options.stream()
                .filter(option -> option.value().equals(id))
                .map(Option::label)
                .findFirst()
                .orElse(record.isObject() ? called(record) : id);
    }

    private static String called(JsonNode record) {
        return record.has("reference")
                ? record.path("reference").asText()
                : (record.path("code").asText() + " " + record.path("name").asText()).strip();
    }

    private static Money money(JsonNode node) {
        return new Money(
                new BigDecimal(node.path("amount").asText()),
                node.path("currency").asText());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
