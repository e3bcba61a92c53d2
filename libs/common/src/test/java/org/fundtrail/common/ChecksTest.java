package org.fundtrail.common;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static List<String> found(Checks checks) {
        return assertThrows(Refusal.class, checks::done).findings().stream()
                .map(finding -> finding.field() + " " + finding.rule().code())
                .toList();
    }

    @Test
    void everything_that_is_wrong_is_said_in_the_order_it_was_looked_at() {
        assertEquals(
                List.of("step required", "reason too-long", "on date-in-future"),
                found(new Checks()
                        .text(" ", "step", 5)
                        .optionalText("too much", "reason", 7)
                        .happened(TODAY.plusDays(1), "on", TODAY)));
    }

    @Test
    void what_is_right_is_let_through() {
        assertDoesNotThrow(() -> new Checks()
                .text("12345", "step", 5)
                .optionalText(null, "reason", 1)
                .happened(TODAY, "on", TODAY)
                .given(List.of(1), "list")
                .done());
    }

    @Test
    void the_length_of_text_counts_characters_not_halves_of_them() {
        assertDoesNotThrow(() -> new Checks().text("😂😂", "a", 2).done());
        assertEquals(List.of("a too-long"), found(new Checks().text("😂😂😂", "a", 2)));
    }

    @Test
    void a_day_in_a_query_is_a_real_day_that_can_be_kept() {
        assertNull(Checks.day(" ", "from"));
        assertEquals(LocalDate.of(2024, 2, 29), Checks.day("2024-02-29", "from"));
        for (var wrong : List.of("2023-02-29", "yesterday", "+999999999-12-31", "1989-12-31", "2101-01-01")) {
            assertThrows(Refusal.class, () -> Checks.day(wrong, "from"), wrong);
        }
    }

    @Test
    void a_day_is_a_day_in_vilnius() {
        var time = new Time(InstantSource.fixed(Instant.parse("2026-11-23T22:00:00.123456789Z")));
        assertEquals(LocalDate.of(2026, 11, 24), time.today());
        assertEquals(Instant.parse("2026-11-23T22:00:00.123456Z"), time.now());
        assertEquals(time.today(), time.dayUpToToday(null, "asOf"));
        assertEquals(LocalDate.of(2026, 11, 24), time.dayUpToToday("2026-11-24", "asOf"));
        assertThrows(Refusal.class, () -> time.dayUpToToday("2026-11-25", "asOf"));
    }

    @Test
    void every_rule_has_a_sentence_and_a_code() {
        for (var rule : InputRule.values()) {
            assertEquals(
                    true,
                    Pattern.matches("[a-z]+(-[a-z]+)*", rule.code())
                            && !rule.sentence().isBlank(),
                    rule.name());
        }
        assertEquals(
                InputRule.values().length,
                Arrays.stream(InputRule.values()).map(Rule::code).distinct().count());
        assertEquals(
                "Give amount.", Refusal.ofField(InputRule.REQUIRED, "amount").getMessage());
    }
}
