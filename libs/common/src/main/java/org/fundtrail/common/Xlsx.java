package org.fundtrail.common;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A whole list as a spreadsheet (Office Open XML), streamed page by page, so that its length does not matter. Sums and numbers are numbers,
 * days are days, and text is never a formula. What has no room on one sheet goes on on the next.
 */
public final class Xlsx {
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** As many rows as a sheet has. */
    private static final int MOST_ROWS = 1_048_576;

    private Xlsx() {}

    public static Response stream(String name, List<String> head, Function<String, Page<Object[]>> pages) {
        var first = pages.apply(null); // a filter that is wrong is refused before anything was sent
        StreamingOutput rows = out -> write(out, name, head, first, pages, MOST_ROWS);
        return Response.ok(rows, TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"")
                .build();
    }

    static void write(
            OutputStream out,
            String name,
            List<String> head,
            Page<Object[]> first,
            Function<String, Page<Object[]>> pages,
            int most)
            throws IOException {
        try (var book = new Workbook(out, "Fundtrail", "1.0")) {
            int sheets = 1;
            var sheet = begun(book, name, head);
            int row = 1;
            for (var page = first; page != null; page = page.next() == null ? null : pages.apply(page.next())) {
                for (var cells : page.items()) {
                    if (row == most) {
                        sheet.finish();
                        sheet = begun(book, name + " " + ++sheets, head);
                        row = 1;
                    }
                    int column = 0;
                    for (var cell : cells) {
                        put(sheet, row, column++, cell);
                    }
                    row++;
                }
                sheet.flush(); // what is written is not kept
            }
            sheet.finish();
        }
    }

    private static Worksheet begun(Workbook book, String name, List<String> head) {
        var sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < head.size(); column++) {
            sheet.inlineString(0, column, head.get(column));
            sheet.style(0, column).bold().set();
        }
        return sheet;
    }

    private static void put(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Money money) {
            sheet.value(row, column, money.amount());
            sheet.style(row, column).format("#,##0.00").set();
        } else if (cell instanceof BigDecimal || cell instanceof Integer || cell instanceof Long) {
            sheet.value(row, column, (Number) cell);
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell != null) {
            sheet.inlineString(row, column, cell.toString());
        }
    }
}
