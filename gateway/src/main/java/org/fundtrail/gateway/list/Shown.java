package org.fundtrail.gateway.list;

import java.util.List;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.SavedView;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.Owner;

/**
 * What the page of a list shows.
 *
 * @param asked how it is asked for, with its filters
 * @param heads one for each column
 * @param rows a cell for each column
 * @param day by which it counts, or null
 * @param of the record to which it is narrowed, or null
 * @param chips the filters that are on
 * @param sorts the orders it can be had in
 * @param sum what all of it comes to, or null
 * @param sums what each column comes to, where more than one is added up; else none
 * @param missing the service whose figures are missing, or null
 * @param actions what can be done from here
 * @param views how the reader looks at it
 */
public record Shown(
        ListPage<?, ?> as,
        Page<?> page,
        List<Head> heads,
        List<List<Column.Cell>> rows,
        List<Asking> filters,
        String day,
        Owner of,
        List<Chip> chips,
        List<Option> sorts,
        String sort,
        Money sum,
        List<String> sums,
        String missing,
        List<ListPage.Action> actions,
        Views views) {

    /**
     * The head of a column.
     *
     * @param href the same list sorted by it, turned round where it is already; null where it cannot be
     * @param direction in which it is sorted by it, as aria-sort says it; null where it is not
     */
    public record Head(Column<?> column, String href, String direction) {}

    /**
     * How the reader looks at the list.
     *
     * @param columns all there are
     * @param isChosen whether the reader chose which are shown
     * @param saved by name
     * @param query the filters and the order, as they stand in the address
     * @param chosen the columns that were chosen, as they stand in it; or empty
     * @param saving the form by which it is saved by name
     */
    public record Views(
            List<Choice> columns, boolean isChosen, List<SavedView> saved, String query, String chosen, Form saving) {
        /** With whom it can be shared. */
        public List<String> roles() {
            return List.of("funding-officer", "project-officer", "approver", "accountant", "auditor", "administrator");
        }

        /** All of it, as a view keeps it. */
        public String whole() {
            return query + chosen;
        }
    }

    /** A column, and whether it is shown. */
    public record Choice(Column<?> column, boolean isShown) {}

    /** A filter in the form: with what it offers. */
    public record Asking(Filter<?> filter, String label, List<Option> options) {}

    /** A filter that is on, and the same list without it. */
    public record Chip(String label, String value, String without) {}

    /** Whether it was asked for less than all, or reads on behind a first page that had something. */
    public boolean isNarrowed() {
        return of != null || !chips.isEmpty() || page.count() == null || page.count() > 0;
    }

    /** Which one is the last on this page, counted from 1. */
    public int last() {
        return page.first() == null ? 0 : page.first() + page.items().size() - 1;
    }

    /** Whether the page before this one is the first. */
    public boolean isSecond() {
        return page.first() != null && page.first() <= as.rows() + 1;
    }

    /** Whether the list goes beyond this page. */
    public boolean isPart() {
        return page.first() != null && (page.next() != null || page.first() > 1);
    }
}
