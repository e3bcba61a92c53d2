package org.fundtrail.gateway.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void page_by_page_every_entry_comes_once_and_in_the_order_of_its_own_record(long seed) {
        var random = new Random(seed);
        // Times of a record may go back a little between neighbours: positions are given when entries are sealed.
        var funding = entries(random, random.nextInt(60));
        var infrastructure = entries(random, random.nextInt(60));
        var shown = new ArrayList<Trail.Line>();
        int page = 1 + random.nextInt(9);
        String fundingFrom = null;
        String infrastructureFrom = null;
        for (var mark = ""; mark != null; ) {
            var trail = new Trail();
            if (mark.isEmpty() || mark.contains("funding:")) {
                trail.with("funding", fundingFrom, after -> read(funding, after, page));
            }
            if (mark.isEmpty() || mark.contains("infrastructure:")) {
                trail.with("infrastructure", infrastructureFrom, after -> read(infrastructure, after, page));
            }
            shown.addAll(trail.next(page));
            mark = trail.mark();
            fundingFrom = after(mark, "funding:");
            infrastructureFrom = after(mark, "infrastructure:");
        }
        assertEquals(positions(funding.stream()), positions(of(shown, "funding")));
        assertEquals(positions(infrastructure.stream()), positions(of(shown, "infrastructure")));
    }

    @Test
    void the_later_of_the_two_heads_comes_first() {
        var funding = List.of(entry(2, START.plusSeconds(5)), entry(1, START));
        var infrastructure = List.of(entry(1, START.plusSeconds(3)));
        var trail = new Trail()
                .with("funding", null, after -> read(funding, after, 10))
                .with("infrastructure", null, after -> read(infrastructure, after, 10));
        assertEquals(
                List.of("funding 2", "infrastructure 1", "funding 1"),
                trail.next(10).stream()
                        .map(line -> line.service() + " " + line.entry().position())
                        .toList());
        assertNull(trail.next());
        assertNull(trail.mark());
    }

    @Test
    void a_file_has_one_line_per_changed_field_and_runs_no_formula() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var csv = new EntriesCsv(bytes, Language.EN);
        csv.write(new Trail.Line("funding", changed()));
        csv.write(new Trail.Line("funding", entry(6, START)));
        csv.end();
        var lines = bytes.toString(StandardCharsets.UTF_8).split("\r\n");
        assertEquals(4, lines.length);
        assertTrue(lines[0].startsWith("\ufeff\"Books\",\"Entry\""), lines[0]);
        assertTrue(lines[1].contains("\"'=Ona \"\"O\"\"\""), lines[1]);
        assertTrue(lines[1].contains("\"37000000.00\",\"EUR\",\"Amount\",\"1.00\",\"37000000.00\""), lines[1]);
        assertTrue(lines[2].contains("\"Purpose\",\"\",\"Reception\""), lines[2]);
        assertTrue(lines[3].startsWith("\"Funding\",\"6\""), lines[3]);
    }

    @Test
    void in_lithuanian_a_file_has_semicolons_commas_before_cents_and_headings_in_words() throws Exception {
        var bytes = new ByteArrayOutputStream();
        var csv = new EntriesCsv(bytes, Language.LT);
        csv.write(new Trail.Line("funding", entry(6, START)));
        csv.write(new Trail.Line("funding", changed()));
        csv.end();
        var lines = bytes.toString(StandardCharsets.UTF_8).split("\r\n");
        assertTrue(lines[0].startsWith("\ufeff\"Registro dalis\";\"Įrašas\";\"Įrašymo laikas\""), lines[0]);
        assertTrue(lines[1].startsWith("\"Finansavimas\";\"6\""), lines[1]);
        assertTrue(lines[2].contains("\"37000000,00\";\"EUR\";\"Suma\";\"1,00\";\"37000000,00\""), lines[2]);
    }

    private static Entry changed() {
        return new Entry(
                7,
                new UUID(0, 7),
                START,
                null,
                null,
                new PersonRef(new UUID(0, 1), "=Ona \"O\""),
                null,
                "approver",
                "web",
                "LT-VRM",
                "allocation.changed",
                new Subject("allocation", new UUID(0, 2), "A-1"),
                null,
                "Changed A-1",
                Map.of("amount", "37000000.00", "currency", "EUR"),
                null,
                null,
                null,
                List.of(
                        new Entry.ChangedField("amount", TextNode.valueOf("1.00"), TextNode.valueOf("37000000.00")),
                        new Entry.ChangedField("purpose", null, TextNode.valueOf("Reception"))),
                List.of(),
                null,
                "9f3c");
    }

    private static List<Entry> entries(Random random, int count) {
        var entries = new ArrayList<Entry>();
        for (int i = 1; i <= count; i++) {
            entries.add(entry(i, START.plusSeconds(i * 3L + random.nextInt(10))));
        }
        Collections.reverse(entries);
        return entries;
    }

    private static Entry entry(long position, Instant at) {
        return new Entry(
                position,
                new UUID(0, position),
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "x.recorded",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Page<Entry> read(List<Entry> newestFirst, String after, int limit) {
        var before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        var rest = newestFirst.stream().filter(e -> e.position() < before).toList();
        var items = rest.subList(0, Math.min(limit, rest.size()));
        return new Page<>(
                items,
                items.size() < rest.size()
                        ? String.valueOf(items.get(items.size() - 1).position())
                        : null);
    }

    private static String after(String mark, String service) {
        return mark == null || !mark.contains(service)
                ? null
                : mark.substring(mark.indexOf(service) + service.length()).split(",")[0];
    }

    private static Stream<Entry> of(List<Trail.Line> lines, String service) {
        return lines.stream().filter(line -> line.service().equals(service)).map(Trail.Line::entry);
    }

    private static List<Long> positions(Stream<Entry> entries) {
        return entries.map(Entry::position).toList();
    }
}
