package org.fundtrail.gateway.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * A column of a list: the field it is headed with, what stands in it on the page and in files, and by what the list is sorted when a reader
 * chooses its head.
 */
public final class Column<V> {

    /**
     * What stands in a cell of a page.
     *
     * @param text for people to read; null where {@code status} is shown
     * @param href the page of the record that it names, or null
     * @param status with its colour and word, or null
     * @param of the kind of record that has the status, by which its word agrees
     */
    public record Cell(String text, String href, Enum<?> status, String of) {
        private static Cell of(String text) {
            return new Cell(text, null, null, null);
        }
    }

    /** What is in it, which decides how it stands and what its orders are called. */
    public enum Shape {
        TEXT,
        LONG_TEXT,
        STATE,
        AMOUNT,
        TIME
    }

    private enum Where {
        EVERYWHERE,
        PAGES,
        FILES
    }

    private final String field;
    private final Shape shape;
    private final String sort;
    private final Where where;
    private final BiFunction<V, Language, Object> value;
    private final BiFunction<V, Language, Cell> cell;

    private Column(
            String field,
            Shape shape,
            String sort,
            Where where,
            BiFunction<V, Language, Object> value,
            BiFunction<V, Language, Cell> cell) {
        this.field = field;
        this.shape = shape;
        this.sort = sort;
        this.where = where;
        this.value = value;
        this.cell = cell;
    }

    private static <V> Column<V> of(
            String field, Shape shape, BiFunction<V, Language, Object> value, BiFunction<V, Language, Cell> cell) {
        return new Column<>(field, shape, null, Where.EVERYWHERE, value, cell);
    }

    private static <V> Column<V> written(String field, Shape shape, BiFunction<V, Language, String> text) {
        return of(field, shape, text::apply, (row, language) -> Cell.of(text.apply(row, language)));
    }

    /** A record by what it is called, with a link to its page. */
    public static <V> Column<V> record(String field, String room, Function<V, ?> id, Function<V, String> called) {
        return at(field, row -> "/" + room + "/" + id.apply(row), called);
    }

    /** What something is called, with a link to the page where it is read. */
    public static <V> Column<V> at(String field, Function<V, String> href, Function<V, String> called) {
        return of(
                field,
                Shape.TEXT,
                (row, language) -> called.apply(row),
                (row, language) -> new Cell(called.apply(row), href.apply(row), null, null));
    }

    public static <V> Column<V> text(String field, Function<V, String> text) {
        return written(field, Shape.TEXT, (row, language) -> text.apply(row));
    }

    /** Text of which a page shows two lines. */
    public static <V> Column<V> clamped(String field, BiFunction<V, Language, String> text) {
        return written(field, Shape.LONG_TEXT, text);
    }

    /** What is said in the reader's language. */
    public static <V> Column<V> words(String field, BiFunction<V, Language, String> text) {
        return written(field, Shape.TEXT, text);
    }

    /** A value of a list, in words. */
    public static <V> Column<V> label(String field, Function<V, ?> value) {
        return written(field, Shape.TEXT, (row, language) -> Words.label(language, field, value.apply(row)));
    }

    /** A value of a list: itself on pages, where there is little room, in words in files. */
    public static <V> Column<V> code(String field, Function<V, Enum<?>> value) {
        return of(
                field,
                Shape.TEXT,
                (row, language) -> Words.label(language, field, value.apply(row)),
                (row, language) -> Cell.of(value.apply(row).name()));
    }

    public static <V> Column<V> day(String field, Function<V, LocalDate> day) {
        return of(
                field,
                Shape.TIME,
                (row, language) -> day.apply(row),
                (row, language) -> Cell.of(language.date(day.apply(row))));
    }

    public static <V> Column<V> moment(String field, Function<V, Instant> moment) {
        return of(
                field,
                Shape.TIME,
                (row, language) -> moment.apply(row),
                (row, language) -> Cell.of(language.moment(moment.apply(row))));
    }

    /** From a day to a day; empty where the first is null. */
    public static <V> Column<V> days(String field, Function<V, LocalDate> from, Function<V, LocalDate> to) {
        return written(
                field,
                Shape.TEXT,
                (row, language) -> from.apply(row) == null
                        ? ""
                        : language.date(from.apply(row)) + " – " + language.date(to.apply(row)));
    }

    /** An amount; a dash where there is none. */
    public static <V> Column<V> money(String field, Function<V, Money> amount) {
        return of(
                field,
                Shape.AMOUNT,
                (row, language) -> amount.apply(row),
                (row, language) -> Cell.of(amount.apply(row) == null ? "–" : language.money(amount.apply(row))));
    }

    /** An amount that may be a lower bound, which pages say. */
    public static <V> Column<V> atLeast(String field, Function<V, Money> amount, Predicate<V> isLowerBound) {
        return of(
                field,
                Shape.AMOUNT,
                (row, language) -> amount.apply(row),
                (row, language) -> Cell.of(
                        amount.apply(row) == null
                                ? "–"
                                : (isLowerBound.test(row) ? Words.of(language, "at_least") + " " : "")
                                        + language.money(amount.apply(row))));
    }

    /** Whether something is so. */
    public static <V> Column<V> yesNo(String field, Predicate<V> is) {
        return written(
                field, Shape.TEXT, (row, language) -> Words.label(language, "yesNo", is.test(row) ? "YES" : "NO"));
    }

    /** An amount, of which pages show for a past day what counted. */
    public static <V> Column<V> money(String field, Function<V, Money> counted, Function<V, Money> amount) {
        return of(field, Shape.AMOUNT, (row, language) -> amount.apply(row), (row, language) -> {
            var then = counted.apply(row);
            return Cell.of(language.money(then == null ? amount.apply(row) : then));
        });
    }

    /** A share of one. */
    public static <V> Column<V> share(String field, Function<V, BigDecimal> share) {
        return of(
                field,
                Shape.AMOUNT,
                (row, language) -> share.apply(row),
                (row, language) -> Cell.of(language.percent(share.apply(row))));
    }

    public static <V> Column<V> status(String of, Function<V, Enum<?>> status) {
        return stateOf(row -> of, status);
    }

    /** The same of records of several kinds. */
    public static <V> Column<V> stateOf(Function<V, String> of, Function<V, Enum<?>> status) {
        return of(
                "status",
                Shape.STATE,
                (row, language) -> Words.label(language, of.apply(row) + ".status", status.apply(row)),
                (row, language) -> new Cell(null, null, status.apply(row), of.apply(row)));
    }

    /** The same, by which the list can be sorted: how the service calls that order. */
    public Column<V> sorted(String by) {
        return new Column<>(field, shape, by, where, value, cell);
    }

    /** The same, on pages alone: files say it otherwise. */
    public Column<V> onPages() {
        return new Column<>(field, shape, sort, Where.PAGES, value, cell);
    }

    /** The same, in files alone: pages have no room for it. */
    public Column<V> inFiles() {
        return new Column<>(field, shape, sort, Where.FILES, value, cell);
    }

    public String field() {
        return field;
    }

    /** How the service calls the order by it, or null. */
    public String sort() {
        return sort;
    }

    public Shape shape() {
        return shape;
    }

    public boolean isAmount() {
        return shape == Shape.AMOUNT;
    }

    /** The class of its cells. */
    public String look() {
        return switch (shape) {
            case AMOUNT -> " num";
            case STATE -> " ft-state";
            case LONG_TEXT -> " ft-clamp";
            case TIME -> " ft-ref";
            case TEXT -> "";
        };
    }

    boolean isOnPages() {
        return where != Where.FILES;
    }

    boolean isInFiles() {
        return where != Where.PAGES;
    }

    Cell of(V row, Language language) {
        return cell.apply(row, language);
    }

    /** What stands in a file: a day, a moment, an amount or a share as it is, anything else in the reader's words. */
    Object value(V row, Language language) {
        return value.apply(row, language);
    }
}
