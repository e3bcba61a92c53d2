package org.fundtrail.gateway.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.Refused;

/**
 * The page of a list of records out of its columns: with a search, and where its records count from a day on with the day by which they
 * are counted, which is what a figure of the position leads to.
 *
 * @param heading the key of the word over it
 * @param service the key of the word over that
 * @param path its address
 * @param search the key of the hint that says what is searched
 * @param dated whether it can be asked for a day
 * @param back where one comes from, or null
 */
public record ListPage<V>(
        String heading,
        String service,
        String path,
        String search,
        boolean dated,
        Action back,
        List<Column<V>> columns) {

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance list(Shown list, Form form);
    }

    /** What stands in the address of such a list, as it stands there. */
    public record Asked(String q, String asOf) {}

    /** Where one can go from here, and the key of the word for it. */
    public record Action(String href, String word) {}

    /**
     * What the page shows.
     *
     * @param day by which it counts, or null
     * @param of the record to which it is narrowed, or null
     * @param rows a cell for each column
     * @param isNarrowed whether it was asked for less than all
     */
    public record Shown(
            ListPage<?> as,
            Page<?> page,
            List<Column<?>> columns,
            List<List<Column.Cell>> rows,
            String day,
            Narrowed of,
            boolean isNarrowed,
            Action action) {}

    @SafeVarargs
    public static <V> ListPage<V> of(String heading, String service, String path, String search, Column<V>... columns) {
        return new ListPage<>(heading, service, path, search, false, null, List.of(columns));
    }

    /** The same list, which can be asked for a day. */
    public ListPage<V> ofADay() {
        return new ListPage<>(heading, service, path, search, true, back, columns);
    }

    /** The same list, which leads back to where one comes from. */
    public ListPage<V> backTo(String href, String word) {
        return new ListPage<>(heading, service, path, search, dated, new Action(href, word), columns);
    }

    /**
     * Shows the list, or what was refused about what was asked and nothing in it.
     *
     * @param of the record to which it is narrowed, or null
     * @param read reads the list of a day, or of none
     * @param readFrom says to the view how many entries of a service it was read from
     * @param action what can be recorded from here, or null
     */
    public Response show(
            View view,
            Asked asked,
            Narrowed of,
            Function<String, Page<V>> read,
            BiConsumer<View, Long> readFrom,
            Action action) {
        var form = Form.empty(view.language()).with("asOf", asked.asOf()).with("q", asked.q());
        var day = form.optionalText("asOf");
        try {
            var page = read.apply(day);
            readFrom.accept(view, page.recorded());
            return view.show(Templates.list(shown(view, asked, page, day, of, action), form));
        } catch (Refused refused) {
            form.refuse(refused.problem());
            return view.show(
                    form, Templates.list(shown(view, asked, new Page<>(List.of(), null), null, of, action), form));
        }
    }

    private Shown shown(View view, Asked asked, Page<V> page, String day, Narrowed of, Action action) {
        var rows = page.items().stream()
                .map(row -> columns.stream()
                        .map(column -> column.of(row, view.language()))
                        .toList())
                .toList();
        var isAll = of == null && day == null && (asked.q() == null || asked.q().isBlank());
        var isNarrowed = !isAll || page.count() == null || page.count() > 0; // behind a cursor nothing is counted
        return new Shown(this, page, List.copyOf(columns), rows, day, of, isNarrowed, action);
    }
}
