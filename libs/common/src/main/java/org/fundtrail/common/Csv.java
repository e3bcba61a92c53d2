package org.fundtrail.common;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A whole list as CSV (RFC 4180, UTF-8 with its mark, every cell in quotes), streamed page by page, so that its length does not matter.
 */
public final class Csv {
    private Csv() {}

    /** A file whose cells stand between these separators. */
    public static CsvWriter writer(OutputStream out, char separator) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        return CsvWriter.builder()
                .fieldSeparator(separator)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(writer);
    }

    /**
     * @param name of the file, without its ending
     * @param head what the columns are called
     * @param pages reads the page after a cursor, null for the first
     */
    static Response stream(String name, List<String> head, Function<String, Page<Object[]>> pages) {
        var first = pages.apply(null); // a filter that is wrong is refused before anything was sent
        StreamingOutput rows = out -> {
            try (var csv = writer(out, ',')) {
                csv.writeRecord(head);
                for (var page = first; page != null; page = page.next() == null ? null : pages.apply(page.next())) {
                    page.items().forEach(cells -> csv.writeRecord(row(cells)));
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
            row.add(cell instanceof String ? disarmed(text) : text);
        }
        return row;
    }

    /** The text with an apostrophe before whatever would run as a formula: at its start, or where another separator shows one. */
    public static String disarmed(String text) {
        var disarmed = new StringBuilder(0);
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            if (startsFormula(text.charAt(i)) && (i == 0 || separates(text.charAt(i - 1)))) {
                disarmed.append(text, done, i).append('\'');
                done = i;
            }
        }
        return done == 0 && disarmed.isEmpty()
                ? text
                : disarmed.append(text, done, text.length()).toString();
    }

    /** What a spreadsheet takes for the start of a formula. */
    private static boolean startsFormula(char c) {
        return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
    }

    /** After which a cell starts where another separator is read. */
    private static boolean separates(char c) {
        return c == ';' || c == ',' || c == '\t' || c == '\r' || c == '\n';
    }
}
