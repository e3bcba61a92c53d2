package org.fundtrail.common;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of a list.
 *
 * @param items what is on it
 * @param next what to give as {@code after} to read on, or null at the end
 * @param first which one of the list the first of them is, from 1; null where there are none or nobody counts
 * @param previous what to give as {@code after} to read what comes before, or null at the beginning and where nobody reads back
 * @param count how many the whole list has, counted with its first page
 * @param sums what its amounts come to, by the names of their fields; with its first page only
 * @param total what all of them come to, as the books keep that sum; with the first page of a list as of a day, unless it is filtered by
 *     more than what it belongs to
 * @param recorded how many entries a list as of a day was read from
 */
@Schema(description = "A stretch of a list; next is null at its end, otherwise give it as after to read on")
public record Page<T>(
        List<T> items,
        String next,

        @Schema(
                description = "Which one of the list the first of items is, counted from 1; null where there are none",
                nullable = true)
        Integer first,

        @Schema(
                description = "What to give as after to read the stretch before; null at the beginning of the list",
                nullable = true)
        String previous,

        @Schema(
                description =
                        "How many the whole list has; counted with its first page, and on the pages behind it as it was then",
                nullable = true)
        Integer count,

        @Schema(
                description =
                        "What the amounts of all that the list has come to, by the names of their fields, whatever their status; with its first page only, and not as of a day, else null",
                nullable = true)
        Map<String, Money> sums,

        @Schema(
                description =
                        "What all of them come to, as the books keep that sum; with the first page of a list as of a day, unless it is filtered by more than the record it belongs to, else null",
                nullable = true)
        Money total,

        @Schema(
                description = "How many recorded entries a list as of a day was read from; null for one of no day",
                nullable = true)
        Long recorded) {

    public Page(List<T> items, String next) {
        this(items, next, null, null, null, null, null, null);
    }

    public static final int LARGEST = 200;

    /** From rows of which one more than {@code limit} was read, to know whether there is a next page. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, Cursor> cursor, Function<R, T> item) {
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? cursor.apply(shown.get(limit - 1)).encoded() : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }

    /** The number of items asked for: 50 unless given, 1 to 200. */
    public static int limit(String asked) {
        if (asked == null) {
            return 50;
        }
        try {
            int limit = Integer.parseInt(asked);
            if (limit >= 1 && limit <= LARGEST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.ofField(InputRule.LIMIT_OUT_OF_RANGE, "limit", "max", String.valueOf(LARGEST));
    }
}
