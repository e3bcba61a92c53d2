package org.fundtrail.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Period;
import org.junit.jupiter.api.Test;

class FactsTest {
    private enum Colour {
        RED
    }

    private record Said(
            String name,
            Money net,
            BigDecimal rate,
            Colour colour,
            Boolean atLeast,
            Integer rank,
            Period period,
            List<String> lists,
            String owner) {}

    private static final Said SAID = new Said(
            "A fence",
            Money.eur("10.5"),
            new BigDecimal("0.210000"),
            Colour.RED,
            true,
            4,
            new Period(LocalDate.of(2021, 1, 1), null),
            List.of("never"),
            "O-1");

    private static String inOrder(Facts facts) {
        var said = new ArrayList<String>();
        facts.asMap().forEach((field, value) -> said.add(field + "=" + value));
        return String.join(" ", said);
    }

    @Test
    void fields_are_said_in_their_order_by_their_paths_and_in_canonical_values() {
        assertEquals(
                "name=A fence net=10.50 currency=EUR rate=0.21 colour=RED atLeast=true rank=4 period.from=2021-01-01 period.to=null owner=O-1",
                inOrder(Facts.of(SAID)));
        assertEquals(true, Facts.of(SAID).asMap().get("atLeast"), "a boolean stays one");
        assertEquals(4, Facts.of(SAID).asMap().get("rank"), "a small number stays one");
    }

    @Test
    void what_the_record_keeps_itself_stands_where_it_belongs() {
        var id = UUID.fromString("0190f5fe-7c00-7a00-8000-000000000001");
        assertEquals(
                "status=RED name=A fence net=10.50 gross=12.71 currency=EUR rate=0.21 colour=RED atLeast=true rank=4 owner=O-2 ownerId="
                        + id + " lists=[a]",
                inOrder(Facts.of(SAID)
                        .first("status", Colour.RED)
                        .after("net", "gross", "12.71")
                        .instead("period")
                        .instead("owner", "owner", "O-2", "ownerId", id)
                        .last("lists", List.of("a"))));
    }

    @Test
    void what_is_said_has_a_canonical_form() {
        assertEquals(
                "{\"a\":null,\"currency\":\"EUR\",\"net\":\"1.00\"}",
                CanonicalJson.text(Facts.of(new Line(Money.eur("1"), null)).asMap()));
        assertEquals(Map.of(), Facts.of(new Nothing()).asMap());
    }

    private record Line(Money net, String a) {}

    private record Nothing() {}

    @Test
    void a_field_that_is_not_there_is_not_passed_over() {
        var facts = Facts.of(SAID);
        assertThrows(IllegalArgumentException.class, () -> facts.after("nothing", "more", "x"));
        assertThrows(IllegalArgumentException.class, () -> facts.instead("nothing"));
    }
}
