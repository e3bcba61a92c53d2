package org.fundtrail.gateway.list;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** A column of a list's page: the field it is headed with, and how it shows it of a record. */
public final class Column<V> {

    /**
     * What stands in a cell.
     *
     * @param text for people to read; null where {@code status} is shown
     * @param href the page of the record that it names, or null
     * @param status with its colour and word, or null
     * @param of the kind of record that has the status, by which its word agrees
     */
    public record Cell(String text, String href, Enum<?> status, String of) {}

    private final String field;
    private final boolean isAmount;
    private final BiFunction<V, Language, Cell> cell;

    private Column(String field, boolean isAmount, BiFunction<V, Language, Cell> cell) {
        this.field = field;
        this.isAmount = isAmount;
        this.cell = cell;
    }

    private static <V> Column<V> written(String field, BiFunction<V, Language, String> text) {
        return new Column<>(field, false, (row, language) -> new Cell(text.apply(row, language), null, null, null));
    }

    /** A record by what it is called, with a link to its page. */
    public static <V> Column<V> record(String field, String room, Function<V, ?> id, Function<V, String> called) {
        return new Column<>(
                field,
                false,
                (row, language) -> new Cell(called.apply(row), "/" + room + "/" + id.apply(row), null, null));
    }

    public static <V> Column<V> text(String field, Function<V, String> text) {
        return written(field, (row, language) -> text.apply(row));
    }

    /** A value of a list, in words. */
    public static <V> Column<V> label(String field, Function<V, ?> value) {
        return written(field, (row, language) -> Words.label(language, field, value.apply(row)));
    }

    public static <V> Column<V> day(String field, Function<V, LocalDate> day) {
        return written(field, (row, language) -> language.date(day.apply(row)));
    }

    /** From a day to a day; empty where the first is null. */
    public static <V> Column<V> days(String field, Function<V, LocalDate> from, Function<V, LocalDate> to) {
        return written(
                field,
                (row, language) -> from.apply(row) == null
                        ? ""
                        : language.date(from.apply(row)) + " – " + language.date(to.apply(row)));
    }

    /** An amount, of a past day what counted of it. */
    public static <V> Column<V> money(String field, Function<V, Money> counted, Function<V, Money> amount) {
        return new Column<>(field, true, (row, language) -> {
            var then = counted.apply(row);
            return new Cell(language.money(then == null ? amount.apply(row) : then), null, null, null);
        });
    }

    public static <V> Column<V> status(String of, Function<V, Enum<?>> status) {
        return new Column<>("status", false, (row, language) -> new Cell(null, null, status.apply(row), of));
    }

    public String field() {
        return field;
    }

    public boolean isAmount() {
        return isAmount;
    }

    Cell of(V row, Language language) {
        return cell.apply(row, language);
    }
}
