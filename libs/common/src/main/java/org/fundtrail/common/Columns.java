package org.fundtrail.common;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The columns of a list, in their order, each said once: what it is called, what stands in it, and whether the list can be sorted by it or
 * added up. Files have them all; an address asks for an order by their names; a first page says the sums.
 *
 * @param <V> what stands in a row
 */
public final class Columns<V> {
    /**
     * A way to sort.
     *
     * @param property what to sort by, of the record, as its list is read
     * @param read a value of it out of a cursor, which keeps it as text
     */
    public record Sort(String property, Function<String, Object> read) {
        public static Sort text(String property) {
            return new Sort(property, text -> text);
        }

        public static Sort day(String property) {
            return new Sort(property, LocalDate::parse);
        }

        public static Sort moment(String property) {
            return new Sort(property, Instant::parse);
        }

        public static Sort amount(String property) {
            return new Sort(property, BigDecimal::new);
        }
    }

    private record Column<V>(String name, Function<? super V, ?> value) {}

    private final List<Column<V>> all = new ArrayList<>();
    private final Map<String, Sort> sorts = new LinkedHashMap<>();
    private final Map<String, String> sums = new LinkedHashMap<>();

    private Columns() {}

    public static <V> Columns<V> of(Class<V> rows) {
        return new Columns<>();
    }

    public Columns<V> with(String name, Function<? super V, ?> value) {
        all.add(new Column<>(name, value));
        return this;
    }

    /** One by which the list can be sorted. */
    public Columns<V> with(String name, Function<? super V, ?> value, Sort sort) {
        sorts.put(name, sort);
        return with(name, value);
    }

    /** An amount in euro that is added up, by this property of the record. */
    public Columns<V> sum(String name, Function<? super V, Money> amount, String property) {
        sums.put(name, property);
        return with(name, amount);
    }

    /** An amount in euro that is added up, and by which the list can be sorted. */
    public Columns<V> sortedSum(String name, Function<? super V, Money> amount, String property) {
        sorts.put(name, Sort.amount(property));
        return sum(name, amount, property);
    }

    public List<String> names() {
        return all.stream().map(Column::name).toList();
    }

    /** The ways to sort, by the names of their columns. */
    public Map<String, Sort> sorts() {
        return sorts;
    }

    /** The properties that are added up, by the names of their columns. */
    public Map<String, String> sums() {
        return sums;
    }

    /** What stands in the rows of a page, cell by cell; null where nothing does. */
    public Page<Object[]> cells(Page<V> page) {
        return new Page<>(
                page.items().stream()
                        .map(item -> all.stream()
                                .map(column -> column.value.apply(item))
                                .toArray())
                        .toList(),
                page.next());
    }
}
