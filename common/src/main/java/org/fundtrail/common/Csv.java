package org.fundtrail.common;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A whole list as CSV (RFC 4180, UTF-8), streamed page by page, so that its length does not matter. */
public final class Csv {
    private Csv() {}

    /**
     * @param name of the file, without its ending
     * @param head the names of the columns
     * @param pages reads the page after a cursor, null for the first
     * @param row the cells of an item
     */
    public static <T> Response stream(
            String name, List<String> head, Function<String, Page<T>> pages, Function<T, List<String>> row) {
        var first = pages.apply(null); // a filter that is wrong is refused before anything was sent
        StreamingOutput rows = out -> {
            try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord(head);
                for (var page = first; page != null; page = page.next() == null ? null : pages.apply(page.next())) {
                    page.items().forEach(item -> csv.writeRecord(row.apply(item)));
                }
            }
        };
        return Response.ok(rows, "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    /** Cells as text, null as empty; what a spreadsheet would run as a formula is disarmed by an apostrophe. */
    public static List<String> row(Object... cells) {
        var row = new ArrayList<String>(cells.length);
        for (var cell : cells) {
            var text = cell == null
                    ? ""
                    : cell instanceof Money money ? money.amount().toPlainString() : cell.toString();
            boolean formula = cell instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
            row.add(formula ? "'" + text : text);
        }
        return row;
    }
}
