package org.fundtrail.gateway.list;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.SavedView;
import org.fundtrail.common.Xlsx;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.TypedDay;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Refused;

/** A list as the address of its page asks for it: what it is narrowed by, in which order, from where on. */
public final class Asked<V, F> {
    private final ListPage<V, F> list;
    private final View view;
    private final List<SavedView> views;
    private final Language language;
    private final F filter;
    private final Form form;
    private final Map<String, List<Option>> offered = new HashMap<>();
    private final List<ListPage.Action> actions = new ArrayList<>();
    private Owner of;
    private Supplier<String> missing = () -> null;
    private Refusal refusal;

    Asked(ListPage<V, F> list, View view, List<SavedView> views) {
        this.list = list;
        this.views = views;
        this.view = view;
        this.language = view.language();
        this.filter = list.filter.get();
        this.form = Form.empty(language);
        var findings = new ArrayList<Refusal.Finding>();
        for (var by : list.filters()) {
            take(by, findings);
        }
        findings.addAll(new Days(view.asked("from"), view.asked("to")).findings());
        list.sort.accept(filter, order());
        if (!findings.isEmpty()) {
            refusal = new Refusal(findings.stream().distinct().toList());
        }
    }

    private void take(Filter<F> by, List<Refusal.Finding> findings) {
        var value = view.asked(by.name());
        form.with(by.name(), value);
        if (value == null) {
            return;
        }
        try {
            by.set()
                    .accept(
                            filter,
                            by.isDay()
                                    ? Checks.day(TypedDay.iso(value), by.name()).toString()
                                    : value);
        } catch (Refusal refused) {
            findings.addAll(refused.findings());
        }
    }

    private String order() {
        var order = view.asked("sort");
        return order == null ? list.order : order;
    }

    /** What is asked for: its page can narrow it further. */
    public F filter() {
        return filter;
    }

    /** Narrowed to what belongs to a record, or not if that is null. */
    public Asked<V, F> of(Owner record) {
        of = record;
        return this;
    }

    /** What a filter by records offers. */
    public Asked<V, F> offering(String name, List<Option> records) {
        offered.put(name, records);
        return this;
    }

    /** What can be done from here, where the reader may. */
    public Asked<V, F> leadingTo(boolean isAllowed, ListPage.Action action) {
        if (isAllowed) {
            actions.add(action);
        }
        return this;
    }

    /** Says which service's figures are missing, where one is asked beside the list and did not answer. */
    public Asked<V, F> without(Supplier<String> service) {
        missing = service;
        return this;
    }

    /** Its page: what is on it, or what was refused about what was asked, and nothing on it. */
    public Response page(ListPage.Reading<V, F> reading) {
        return list.page(view, shown(reading), form);
    }

    /** What its page shows; what was refused about what was asked is said in the {@link #form}. */
    public Shown shown(ListPage.Reading<V, F> reading) {
        if (refusal != null) {
            form.refuse(Problem.from(refusal));
            return shown(new Page<>(List.of(), null));
        }
        try {
            var page = reading.page(filter, view.asked("after"), list.rows());
            if (page.recorded() != null) {
                view.readFrom(list.isOfFunding() ? page.recorded() : null, list.isOfFunding() ? null : page.recorded());
            }
            return shown(page);
        } catch (Refused refused) {
            form.refuse(refused.problem());
            return shown(new Page<>(List.of(), null));
        }
    }

    public Form form() {
        return form;
    }

    private Shown shown(Page<V> page) {
        var chosen = chosen();
        var columns = chosen.isEmpty()
                ? list.columns().stream().filter(Column::isOnPages).toList()
                : chosen;
        return new Shown(
                list,
                page,
                columns.stream().map(this::head).toList(),
                page.items().stream()
                        .map(row -> columns.stream()
                                .map(column -> column.of(row, language))
                                .toList())
                        .toList(),
                list.filters().stream().map(this::asking).toList(),
                TypedDay.iso(form.optionalText("asOf")),
                of,
                list.filters().stream().flatMap(this::chip).toList(),
                sorts(),
                order(),
                sum(page, columns),
                sums(page, columns),
                missing.get(),
                actions,
                new Shown.Views(
                        list.columns().stream()
                                .map(column -> new Shown.Choice(column, columns.contains(column)))
                                .toList(),
                        !chosen.isEmpty(),
                        ListViews.named(views),
                        view.queryWithout("after", "columns"),
                        columns(),
                        NotSaved.form(view.done(), language)));
    }

    /** The columns that the reader chose, in the address or else the last time, and the one that names the record; none for as it comes. */
    private List<Column<V>> chosen() {
        var names = List.of(columns().replaceFirst("^columns=", "").split("%2C|,"));
        var chosen = list.columns().stream()
                .filter(column -> names.contains(column.field()))
                .toList();
        return chosen.isEmpty()
                ? chosen
                : list.columns().stream()
                        .filter(column ->
                                chosen.contains(column) || list.columns().indexOf(column) == 0)
                        .toList();
    }

    /** Which columns are asked for, as it stands in the address; empty for as it comes. */
    private String columns() {
        var asked = view.asked("columns");
        var kept = ListViews.columns(views);
        return asked != null ? "columns=" + Links.encoded(asked) : kept == null ? "" : kept;
    }

    private Shown.Head head(Column<V> column) {
        if (column.sort() == null) {
            return new Shown.Head(column, null, null);
        }
        var isUp = order().equals(column.sort());
        var isDown = order().equals("-" + column.sort());
        return new Shown.Head(
                column,
                "?" + view.queryWithout("sort", "after") + "sort=" + (isUp ? "-" : "") + column.sort(),
                isUp ? "ascending" : isDown ? "descending" : null);
    }

    private List<Option> sorts() {
        return list.columns().stream()
                .filter(column -> column.sort() != null)
                .flatMap(column -> Stream.of("", "-")
                        .map(turned -> new Option(
                                turned + column.sort(),
                                Words.filled(
                                        language,
                                        "sorted." + column.shape() + (turned.isEmpty() ? "-up" : "-down"),
                                        Map.of("field", Words.field(language, column.field()))))))
                .toList();
    }

    private Shown.Asking asking(Filter<F> by) {
        return new Shown.Asking(by, by.label(language), options(by));
    }

    private List<Option> options(Filter<F> by) {
        return by.list() == null ? offered.getOrDefault(by.name(), List.of()) : by.options(language);
    }

    private Stream<Shown.Chip> chip(Filter<F> by) {
        var value = view.asked(by.name());
        return value == null
                ? Stream.of()
                : Stream.of(new Shown.Chip(
                        by.label(language), called(by, value), "?" + view.queryWithout(by.name(), "after")));
    }

    /** A value of a filter as readers know it. */
    private String called(Filter<F> by, String value) {
        if (by.isDay() && !form.isWrong(by.name())) {
            return language.date(LocalDate.parse(TypedDay.iso(value)));
        }
        return options(by).stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    /** What each column comes to, where more than one is added up: empty for one that is not. */
    private List<String> sums(Page<V> page, List<Column<V>> columns) {
        if (page.sums() == null) {
            return List.of();
        }
        var sums = columns.stream()
                .map(column -> page.sums().get(column.field()))
                .map(sum -> sum == null ? "" : language.money(sum))
                .toList();
        return sums.stream().filter(sum -> !sum.isEmpty()).count() < 2 ? List.of() : sums;
    }

    /** What all of it comes to: as of a day by the books, else what the service added up of the first amount that it adds up. */
    private static <V> Money sum(Page<V> page, List<Column<V>> columns) {
        if (page.total() != null || page.sums() == null) {
            return page.total();
        }
        return columns.stream()
                .filter(Column::isAmount)
                .map(column -> page.sums().get(column.field()))
                .filter(sum -> sum != null)
                .findFirst()
                .orElse(null);
    }

    /** Exactly this list, whole, in the reader's words; what was refused is refused before anything is sent. */
    public Response file(String type, ListPage.Reading<V, F> reading) {
        if (refusal != null) {
            throw refusal;
        }
        var chosen = chosen();
        var columns = chosen.isEmpty()
                ? list.columns().stream().filter(Column::isInFiles).toList()
                : chosen;
        var name = list.kind.room();
        Function<String, Page<Object[]>> pages = after -> cells(columns, reading.page(filter, after, Page.LARGEST));
        var head = columns.stream()
                .map(column -> Words.field(language, column.field()))
                .toList();
        if (type.equals("xlsx")) {
            return Xlsx.stream(name, head, pages);
        }
        var first = pages.apply(null);
        StreamingOutput lines = out -> {
            try (var csv = new PageCsv(
                    out, language, columns.stream().map(Column::field).toArray(String[]::new))) {
                for (var page = first; page != null; page = page.next() == null ? null : pages.apply(page.next())) {
                    csv.rows(page);
                }
            }
        };
        return Response.ok(lines, "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private Page<Object[]> cells(List<Column<V>> columns, Page<V> page) {
        return new Page<>(
                page.items().stream()
                        .map(row -> columns.stream()
                                .map(column -> column.value(row, language))
                                .toArray())
                        .toList(),
                page.next());
    }
}
