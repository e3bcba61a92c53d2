package org.fundtrail.gateway.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.JointList;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.View;

/**
 * The list of a kind of record, out of its filters and columns: its page, with heads that sort, filters that can be taken away one by one,
 * how many there are and what they come to; and exactly that as a file.
 *
 * @param <V> what stands in a row
 * @param <F> the filter of the service's api
 */
public final class ListPage<V, F> {
    /** So many rows has a page. */
    private static final int ROWS = 50;

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance list(Shown list, Form form);
    }

    /** Asks the service for a stretch of the list. */
    public interface Reading<V, F> {
        Page<V> page(F filter, String after, int limit);
    }

    /** Where one can go from here, and the key of the word for it. */
    public record Action(String href, String word) {}

    final Kind kind;
    final String heading;
    final Supplier<F> filter;
    final String order;
    final BiConsumer<F, String> sort;
    private List<Filter<F>> filters = List.of();
    private List<Column<V>> columns = List.of();
    private Action back;
    private String said;

    private ListPage(Kind kind, String heading, Supplier<F> filter, String order, BiConsumer<F, String> sort) {
        this.kind = kind;
        this.heading = heading;
        this.filter = filter;
        this.order = order;
        this.sort = sort;
    }

    /**
     * @param heading the key of the word over it
     * @param order how it is sorted unless asked otherwise, as the service calls it
     */
    public static <V, F> ListPage<V, F> of(
            Kind kind, String heading, Supplier<F> filter, String order, BiConsumer<F, String> sort) {
        return new ListPage<>(kind, heading, filter, order, sort);
    }

    @SafeVarargs
    public final ListPage<V, F> narrowedBy(Filter<F>... by) {
        filters = List.of(by);
        return this;
    }

    @SafeVarargs
    public final ListPage<V, F> with(Column<V>... shown) {
        columns = List.of(shown);
        return this;
    }

    /** Leads back to where one comes from. */
    public ListPage<V, F> backTo(String href, String word) {
        back = new Action(href, word);
        return this;
    }

    /** Says above it what it is for: the key of that. */
    public ListPage<V, F> saying(String word) {
        said = word;
        return this;
    }

    /** The list as its address asks for it now. */
    public Asked<V, F> asked(View view) {
        return new Asked<>(
                this, view, CDI.current().select(ListViews.class).get().of(kind));
    }

    /** The page of a list that is asked for like this. */
    Response page(View view, Shown shown, Form form) {
        return view.show(form, Templates.list(shown, form));
    }

    int rows() {
        return ROWS;
    }

    public String path() {
        return "/" + room();
    }

    public String type() {
        return kind.type();
    }

    public String room() {
        return kind.room();
    }

    public String heading() {
        return heading;
    }

    /** The key of the word over the heading. */
    public String service() {
        return kind instanceof JointList ? "nav.audit" : isOfFunding() ? "nav.funding" : "service.infrastructure";
    }

    boolean isOfFunding() {
        return kind instanceof FundingKind;
    }

    public List<Filter<F>> filters() {
        return filters;
    }

    List<Column<V>> columns() {
        return columns;
    }

    /** The kinds whose lists stand in the same place of the navigation, this one among them. */
    public List<Kind> beside() {
        return Kinds.all()
                .filter(other -> other.about().hasList()
                        && other.about().place().equals(kind.about().place()))
                .toList();
    }

    /** Where what this list is of is recorded first; null where it is recorded from here. */
    public String recordedAt() {
        return switch (kind.type()) {
            case "allocation" -> "/programmes";
            case "receipt", "commitment" -> "/allocations";
            case "contract", "estimate" -> "/projects";
            default -> null;
        };
    }

    public String said() {
        return said;
    }

    public Action back() {
        return back;
    }
}
