package org.fundtrail.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class XlsxTest {
    record Line(String name, Money net, BigDecimal rate, LocalDate day, Integer version) {}

    private static final Columns<Line> COLUMNS = Columns.of(Line.class)
            .with("name", Line::name)
            .with("net", Line::net)
            .with("rate", Line::rate)
            .with("day", Line::day)
            .with("version", Line::version);

    private static Line line(String name) {
        return new Line(name, Money.eur("1234567.89"), new BigDecimal("0.21"), LocalDate.of(2021, 8, 23), 4);
    }

    private static ReadableWorkbook written(int mostRows, Page<Line> first, Map<String, Page<Line>> others)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        Xlsx.write(
                bytes,
                "contracts",
                COLUMNS.names(),
                COLUMNS.cells(first),
                after -> COLUMNS.cells(others.get(after)),
                mostRows);
        return new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static List<Row> rows(ReadableWorkbook book, int sheet) throws IOException {
        return book.getSheet(sheet).orElseThrow().read();
    }

    @Test
    void sums_are_numbers_days_are_days_and_text_is_never_a_formula() throws IOException {
        try (var book = written(100, new Page<>(List.of(line("=1+1")), null), Map.of())) {
            var rows = rows(book, 0);
            assertEquals(
                    List.of("name", "net", "rate", "day", "version"),
                    rows.get(0).stream().map(cell -> cell.getText()).toList());
            var row = rows.get(1);
            assertEquals(CellType.STRING, row.getCell(0).getType());
            assertEquals("=1+1", row.getCellText(0));
            assertEquals(new BigDecimal("1234567.89"), row.getCellAsNumber(1).orElseThrow());
            assertEquals(new BigDecimal("0.21"), row.getCellAsNumber(2).orElseThrow());
            assertEquals(
                    LocalDate.of(2021, 8, 23),
                    row.getCellAsDate(3).orElseThrow().toLocalDate());
            assertEquals(new BigDecimal("4"), row.getCellAsNumber(4).orElseThrow());
        }
    }

    @Test
    void every_page_is_there_and_what_has_no_room_goes_on_on_the_next_sheet() throws IOException {
        var second = new Page<>(List.of(line("c"), line("d"), new Line(null, null, null, null, null)), null);
        try (var book = written(3, new Page<>(List.of(line("a"), line("b")), "n"), Map.of("n", second))) {
            assertEquals(3, book.getSheets().count());
            assertEquals(List.of("name", "a", "b"), firsts(rows(book, 0)));
            assertEquals(List.of("name", "c", "d"), firsts(rows(book, 1)));
            assertEquals("name", rows(book, 2).get(0).getCellText(0));
        }
    }

    @Test
    void an_empty_list_is_a_file_with_a_head() throws IOException {
        try (var book = written(100, new Page<>(List.of(), null), Map.of())) {
            assertEquals(1, rows(book, 0).size());
        }
    }

    private static List<String> firsts(List<Row> rows) {
        return rows.stream().map(row -> row.getCellText(0)).toList();
    }
}
