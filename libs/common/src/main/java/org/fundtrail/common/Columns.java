package org.fundtrail.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a list as a file, in their order, each said once: what it is called and what stands in it.
 *
 * @param <T> what stands in a row
 */
public final class Columns<T> {
    private record Column<T>(String name, Function<? super T, ?> value) {}

    private final List<Column<T>> all = new ArrayList<>();

    private Columns() {}

    public static <T> Columns<T> of(Class<T> rows) {
        return new Columns<>();
    }

    public Columns<T> with(String name, Function<? super T, ?> value) {
        all.add(new Column<>(name, value));
        return this;
    }

    public List<String> names() {
        return all.stream().map(Column::name).toList();
    }

    /** What stands in the rows of a page, cell by cell; null where nothing does. */
    public Page<Object[]> cells(Page<T> page) {
        return new Page<>(
                page.items().stream()
                        .map(item -> all.stream()
                                .map(column -> column.value.apply(item))
                                .toArray())
                        .toList(),
                page.next());
    }
}
