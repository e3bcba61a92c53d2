package org.fundtrail.gateway.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.fundtrail.gateway.language.Language;
import org.junit.jupiter.api.Test;

/** A day in three fields, or pasted whole into one of them. */
class TypedDayTest {
    private static final List<String> PARTS = List.of("day", "month", "year");
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final long DAYS = ChronoUnit.DAYS.between(FIRST, LocalDate.of(9999, 12, 31));

    private final Random random = new Random(20260312);

    private static Form form(Language language, String day, String month, String year) {
        var sent = new MultivaluedHashMap<String, String>();
        sent.add("signedOn.day", day);
        sent.add("signedOn.month", month);
        sent.add("signedOn.year", year);
        return Form.of(sent, language);
    }

    private static Form pasted(String into, String whole) {
        return form(
                Language.EN,
                into.equals("day") ? whole : "",
                into.equals("month") ? whole : "",
                into.equals("year") ? whole : " ");
    }

    private LocalDate anyDay() {
        return FIRST.plusDays(random.nextLong(DAYS));
    }

    @Test
    void any_day_is_read_from_its_parts_and_from_each_field_in_which_it_stands_whole() {
        for (int i = 0; i < 5000; i++) {
            var day = anyDay();
            var d = random.nextBoolean() ? "%02d".formatted(day.getDayOfMonth()) : "" + day.getDayOfMonth();
            var m = random.nextBoolean() ? "%02d".formatted(day.getMonthValue()) : "" + day.getMonthValue();
            var y = String.valueOf(day.getYear());
            assertEquals(day, form(Language.LT, " " + d, m + " ", y).date("signedOn"));
            for (var whole : List.of(
                    y + "-" + m + "-" + d,
                    y + "." + m + "." + d,
                    y + " " + m + " " + d,
                    d + "." + m + "." + y,
                    " " + d + " " + m + " " + y + " ")) {
                var form = pasted(PARTS.get(random.nextInt(3)), whole);
                assertEquals(day, form.date("signedOn"), whole);
                assertEquals(
                        List.of(d, m, y),
                        PARTS.stream()
                                .map(part -> form.value("signedOn." + part))
                                .toList());
            }
        }
    }

    @Test
    void a_year_of_two_digits_is_never_guessed() {
        for (int i = 0; i < 1000; i++) {
            var day = anyDay();
            var year = "%02d".formatted(random.nextInt(100));
            var short3 = form(Language.EN, "" + day.getDayOfMonth(), "" + day.getMonthValue(), year);
            assertNull(short3.date("signedOn"));
            assertTrue(short3.isWrongPart("signedOn", "year"));
            var whole = day.getDayOfMonth() + "." + day.getMonthValue() + "." + year;
            var form = pasted(PARTS.get(random.nextInt(3)), whole);
            assertNull(form.date("signedOn"), whole);
            assertTrue(form.answers().containsValue(whole), "what was typed is kept");
        }
    }

    @Test
    void whatever_is_typed_gives_a_day_of_that_year_or_one_thing_to_put_right() {
        var letters = "0123456789-./ abė";
        for (int i = 0; i < 20_000; i++) {
            var parts = PARTS.stream().map(part -> text(letters)).toList();
            var form = form(Language.EN, parts.get(0), parts.get(1), parts.get(2));
            var day = form.date("signedOn");
            assertEquals(day == null ? 1 : 0, form.errors().size(), parts.toString());
            if (day != null) {
                assertEquals(
                        day.getYear(),
                        Integer.parseInt(form.value("signedOn.year").strip()));
                assertEquals(
                        day.getMonthValue(),
                        Integer.parseInt(form.value("signedOn.month").strip()));
            }
        }
    }

    private String text(String letters) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void a_wrong_part_is_named_and_the_error_leads_to_it() {
        var month = form(Language.EN, "12", "13", "2026");
        assertNull(month.date("signedOn"));
        assertEquals("signedOn.month", month.errors().get(0).target());
        assertEquals("Signed on: enter the month as a number from 1 to 12", month.error("signedOn"));
        assertTrue(month.isWrongPart("signedOn", "month"));
        assertFalse(month.isWrongPart("signedOn", "day"));
        var missing = form(Language.LT, "", "3", "2026");
        assertNull(missing.date("signedOn"));
        assertEquals("signedOn.day", missing.errors().get(0).target());
    }

    @Test
    void a_day_that_the_calendar_has_not_is_wrong_as_a_whole() {
        var form = form(Language.EN, "31", "2", "2026");
        assertNull(form.date("signedOn"));
        for (var part : PARTS) {
            assertTrue(form.isWrongPart("signedOn", part));
        }
        assertNull(pasted("day", "2026-02-31").date("signedOn"));
    }

    @Test
    void what_has_two_readings_or_stands_beside_another_part_is_not_guessed() {
        assertNull(pasted("day", "12/03/2026").date("signedOn"));
        assertNull(form(Language.EN, "2026-03-12", "4", "").date("signedOn"));
    }

    @Test
    void a_day_in_one_field_is_read_as_people_write_it_and_anything_else_stays_as_it_is() {
        for (var typed : List.of("2026-03-12", "12.03.2026", " 12 3 2026 ", "2026.3.12")) {
            assertEquals("2026-03-12", TypedDay.iso(typed), typed);
        }
        for (var none : List.of("12/03/2026", "yesterday", "12.03.26")) {
            assertEquals(none, TypedDay.iso(none));
        }
        assertNull(TypedDay.iso(null));
    }
}
