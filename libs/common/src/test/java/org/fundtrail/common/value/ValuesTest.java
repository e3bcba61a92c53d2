package org.fundtrail.common.value;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Period;
import org.fundtrail.common.Refusal;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** One field of each kind, in no order but its own. */
    record Thing(
            @NotNull @Reference(max = 40) String reference,
            @NotNull @Valid Maker maker,
            @Text(max = 3) String note,
            @Text(max = 60, webAddress = true) String url,
            @NotNull @Amount Money amount,
            @Rate BigDecimal rate,
            @Day(happened = true) LocalDate made,
            @Max(value = 5, message = "LIMIT_OUT_OF_RANGE") Integer rank,
            @NotNull @Valid Period period,
            @NotEmpty List<String> colours,
            @Size(max = 2) List<@NotNull @Valid Maker> helpers)
            implements Terms {

        @Override
        public List<Across> across() {
            return List.of(
                    Across.inOrder(period, "period"),
                    new Across(
                            List.of("rate", "note"),
                            rate == null || note == null || rate.signum() == 0,
                            Refusal.Finding.of(InputRule.RATE_MALFORMED, "rate")));
        }

        Thing with(String reference, Money amount, BigDecimal rate, LocalDate made, String url) {
            return new Thing(reference, maker, note, url, amount, rate, made, rank, period, colours, helpers);
        }
    }

    record Maker(@NotNull @Text(max = 5, plain = true) String name) {}

    private static final Thing RIGHT = new Thing(
            "T-1",
            new Maker("Ona"),
            "😂😂😂",
            "https://example.org/a?b=c",
            Money.eur("0.01"),
            BigDecimal.ZERO,
            TODAY,
            5,
            new Period(TODAY, TODAY),
            List.of("red"),
            List.of(new Maker("Jonas"), new Maker("Rasa")));

    private static List<String> found(Terms terms) {
        return said(assertThrows(Refusal.class, () -> Values.check(terms, TODAY)));
    }

    private static List<String> said(Refusal refusal) {
        return refusal.findings().stream()
                .map(finding -> finding.field() + " " + finding.rule().code())
                .toList();
    }

    record Signs(
            @Amount Money above,
            @Amount(zero = true) Money notBelow,
            @Amount(negative = true) Money eitherWay,
            @Amount(zero = true, negative = true) Money any)
            implements Terms {
        static Signs all(String amount) {
            var money = Money.eur(amount);
            return new Signs(money, money, money, money);
        }
    }

    @Test
    void an_amount_is_above_zero_unless_its_field_says_otherwise() {
        assertEquals(List.of("above amount-not-positive", "eitherWay amount-zero"), found(Signs.all("0.00")));
        assertEquals(List.of("above amount-not-positive", "notBelow amount-negative"), found(Signs.all("-0.01")));
        assertDoesNotThrow(() -> Values.check(Signs.all("0.01"), TODAY));
        assertEquals(
                List.of(
                        "above amount-not-positive",
                        "above amount-too-large",
                        "notBelow amount-negative",
                        "notBelow amount-too-large",
                        "eitherWay amount-too-large",
                        "any amount-too-large"),
                found(Signs.all("-10000000000000.00")));
    }

    @Test
    void what_is_right_is_let_through() {
        assertDoesNotThrow(() -> Values.check(RIGHT, TODAY));
        assertDoesNotThrow(() -> Values.check(
                new Thing(
                        "T",
                        new Maker("A"),
                        null,
                        null,
                        Money.eur("9999999999999.99"),
                        null,
                        null,
                        null,
                        new Period(LocalDate.of(1990, 1, 1), LocalDate.of(2100, 12, 31)),
                        List.of(""),
                        null),
                TODAY));
    }

    @Test
    void everything_that_is_wrong_is_said_in_the_order_of_the_fields_and_of_those_within_them() {
        assertEquals(
                List.of(
                        "reference required",
                        "maker.name direction-mark",
                        "note too-long",
                        "url url-malformed",
                        "amount currency-not-kept",
                        "amount amount-not-positive",
                        "rate rate-malformed",
                        "rate rate-malformed",
                        "made date-out-of-range",
                        "made date-in-future",
                        "rank limit-out-of-range",
                        "period.to end-before-start",
                        "colours required",
                        "helpers too-many",
                        "helpers[0].name required",
                        "helpers[1] required",
                        "helpers[2].name too-long"),
                found(new Thing(
                        null,
                        new Maker("a\u200bb"),
                        "😂😂😂😂",
                        "mailto:a@example.org",
                        new Money(BigDecimal.ZERO, "USD"),
                        new BigDecimal("1.1"),
                        LocalDate.of(2101, 1, 1),
                        6,
                        new Period(TODAY, TODAY.minusDays(1)),
                        List.of(),
                        java.util.Arrays.asList(new Maker(null), null, new Maker("Jonukas")))));
    }

    @Test
    void what_has_to_be_there_is_asked_for_once() {
        assertEquals(
                List.of(
                        "reference required",
                        "maker required",
                        "amount required",
                        "period required",
                        "colours required"),
                found(new Thing(null, null, null, null, null, null, null, null, null, null, null)));
        assertEquals(
                List.of("period.from required", "period.to required"),
                found(new Thing(
                        "T",
                        new Maker("A"),
                        null,
                        null,
                        Money.eur("1"),
                        null,
                        null,
                        null,
                        new Period(null, null),
                        List.of("red"),
                        null)));
    }

    @Test
    void a_reference_reads_as_it_is_written_and_is_no_id() {
        for (var wrong : Map.of(
                        " ",
                        "required",
                        "x".repeat(41),
                        "too-long",
                        "a\u202eb",
                        "direction-mark",
                        "\ufeffa",
                        "direction-mark",
                        "0190f5fe-7c00-7A00-8000-000000000001",
                        "looks-like-an-id")
                .entrySet()) {
            assertEquals(
                    List.of("reference " + wrong.getValue()),
                    found(RIGHT.with(wrong.getKey(), RIGHT.amount, RIGHT.rate, RIGHT.made, RIGHT.url)));
        }
    }

    @Test
    void an_amount_a_rate_and_a_web_address_have_their_limits() {
        assertEquals(
                List.of("amount amount-too-large"),
                found(RIGHT.with("T", Money.eur("10000000000000"), RIGHT.rate, RIGHT.made, RIGHT.url)));
        for (var rate : List.of("-0.1", "1.000001", "0.1234567")) {
            assertEquals(
                    "rate rate-malformed",
                    found(RIGHT.with("T", RIGHT.amount, new BigDecimal(rate), RIGHT.made, RIGHT.url))
                            .get(0));
        }
        for (var url : List.of("javascript:alert(1)", "no address", "https://", "ftp://example.org/a")) {
            assertEquals(
                    List.of("url url-malformed"), found(RIGHT.with("T", RIGHT.amount, RIGHT.rate, RIGHT.made, url)));
        }
    }

    @Test
    void today_is_the_day_that_is_handed_in() {
        var tomorrow = RIGHT.with("T", RIGHT.amount, RIGHT.rate, TODAY.plusDays(1), RIGHT.url);
        assertEquals(List.of("made date-in-future"), found(tomorrow));
        assertDoesNotThrow(() -> Values.check(tomorrow, TODAY.plusDays(1)));
        var refusal = assertThrows(Refusal.class, () -> Values.check(tomorrow, TODAY));
        assertEquals(
                Map.of("field", "made", "today", "2026-11-23"),
                refusal.findings().get(0).params());
    }

    @Test
    void a_refusal_says_what_its_sentence_is_filled_with() {
        var refusal = assertThrows(
                Refusal.class,
                () -> Values.check(
                        RIGHT.with("x".repeat(41), new Money(BigDecimal.ONE, "USD"), RIGHT.rate, TODAY, RIGHT.url),
                        TODAY));
        assertEquals(
                List.of(
                        "reference may be at most 40 characters long.",
                        "These books are kept in EUR: USD cannot be recorded."),
                refusal.findings().stream().map(Refusal.Finding::sentence).toList());
    }

    @Test
    void of_a_part_only_what_was_sent_is_judged() throws JsonProcessingException {
        part("{}");
        part("{\"maker\": {}, \"period\": {\"to\": \"2021-01-01\"}, \"helpers\": [{}]}");
        part("{\"amount\": null, \"maker\": {\"name\": null}}", "maker.name required", "amount required");
        part(
                "{\"helpers\": [{}, {\"name\": null}, null]}",
                "helpers too-many",
                "helpers[1].name required",
                "helpers[2] required");
        part("{\"period\": {\"from\": \"2021-01-02\", \"to\": \"2021-01-01\"}}", "period.to end-before-start");
    }

    @Test
    void of_a_part_a_rule_across_fields_is_asked_once_all_of_them_are_there_and_right() throws JsonProcessingException {
        part("{\"rate\": 0.5}");
        part("{\"rate\": 0.5, \"note\": \"abc\"}", "rate rate-malformed");
        part("{\"rate\": 0.5, \"note\": \"abcd\"}", "note too-long");
    }

    private static void part(String json, String... wrong) throws JsonProcessingException {
        var reader = new ObjectMapper().registerModule(new JavaTimeModule());
        var type = reader.getTypeFactory().constructParametricType(Part.class, Thing.class);
        Part<Thing> part = reader.readValue(json, type);
        if (wrong.length == 0) {
            assertDoesNotThrow(() -> Values.check(part, TODAY), json);
        } else {
            assertEquals(List.of(wrong), said(assertThrows(Refusal.class, () -> Values.check(part, TODAY), json)));
        }
    }
}
