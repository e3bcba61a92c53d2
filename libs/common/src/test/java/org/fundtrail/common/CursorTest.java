package org.fundtrail.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void what_was_encoded_is_decoded_as_the_same() {
        var random = new SplittableRandom(42);
        for (int i = 0; i < 2000; i++) {
            var sort = random.ints(random.nextInt(40), 1, 0x10ffff)
                    .filter(c -> c < 0xd800 || c > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var cursor = new Cursor(
                    sort,
                    new UUID(random.nextLong(), random.nextLong()),
                    random.nextInt(Integer.MAX_VALUE),
                    random.nextBoolean() ? null : random.nextInt(Integer.MAX_VALUE),
                    random.nextBoolean());
            assertEquals(cursor, Cursor.decode(cursor.encoded()));
            assertTrue(cursor.encoded().matches("[A-Za-z0-9_-]+"), "fits into an address as it is");
        }
    }

    @Test
    void what_was_not_encoded_here_is_refused() {
        assertNull(Cursor.decode(null));
        assertNull(Cursor.decode(" "));
        for (var wrong : List.of("x", "####", "AAAA", "ä", new Cursor("a\0", UUID.randomUUID()).encoded())) {
            assertThrows(Refusal.class, () -> Cursor.decode(wrong), wrong);
        }
    }

    @Test
    void a_page_knows_whether_there_is_another() {
        var id = UUID.randomUUID();
        var rows = List.of("a", "b", "c");
        var first = Page.of(rows, 2, row -> new Cursor(row, id), row -> row);
        assertEquals(List.of("a", "b"), first.items());
        assertEquals("b", Cursor.decode(first.next()).sort());
        assertNull(Page.of(rows, 3, row -> new Cursor(row, id), row -> row).next());
    }

    @Test
    void what_a_spreadsheet_would_run_is_disarmed() {
        assertEquals(
                List.of("'=1+1", "'+1", "'-1", "'@a", "a=1", "", "-1.00", "2021-08-11"),
                Csv.row("=1+1", "+1", "-1", "@a", "a=1", null, Money.eur("-1"), java.time.LocalDate.of(2021, 8, 11)));
        // also where a spreadsheet that reads another separator, or a line break in a cell, sees the start of one
        assertEquals(
                List.of("x;'=1+1", "a,'+1", "a\n'=1", "a\r'@b", "a\t'-1", "a; =1", "5-1"),
                Csv.row("x;=1+1", "a,+1", "a\n=1", "a\r@b", "a\t-1", "a; =1", "5-1"));
    }

    @Test
    void every_cell_stands_in_quotes_behind_the_mark_of_utf_8() throws java.io.IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var csv = Csv.writer(bytes, ';')) {
            csv.writeRecord("ą;b", "1,00", "say \"x\"");
        }
        assertEquals(
                "\ufeff\"ą;b\";\"1,00\";\"say \"\"x\"\"\"\r\n",
                bytes.toString(java.nio.charset.StandardCharsets.UTF_8));
    }
}
