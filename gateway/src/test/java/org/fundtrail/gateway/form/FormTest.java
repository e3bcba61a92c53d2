package org.fundtrail.gateway.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Problem;
import org.fundtrail.gateway.language.Language;
import org.junit.jupiter.api.Test;

class FormTest {

    private static Form form(Language language, String... sent) {
        var fields = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < sent.length; i += 2) {
            fields.add(sent[i], sent[i + 1]);
        }
        return Form.of(fields, language);
    }

    @Test
    void a_sum_that_cannot_be_read_is_said_at_its_field_and_kept_as_typed() {
        var form = form(Language.EN, "amount", " 15,4 mln ");
        assertNull(form.money("amount"));
        assertEquals(" 15,4 mln ", form.value("amount"));
        assertEquals("Enter the amount in euro using numbers, like 15,400,000.00", form.error("amount"));
        assertEquals("amount", form.errors().get(0).target());
    }

    @Test
    void a_sum_of_nothing_or_less_is_refused() {
        assertNull(form(Language.LT, "amount", "-5").money("amount"));
        assertNull(form(Language.LT, "amount", "0").money("amount"));
        assertEquals(Money.eur("5.00"), form(Language.LT, "amount", "5").money("amount"));
    }

    @Test
    void a_date_needs_to_exist_and_the_error_leads_to_the_first_part_in_the_readers_order() {
        var form =
                form(Language.LT, "decision.date.day", "31", "decision.date.month", "2", "decision.date.year", "2026");
        assertNull(form.date("decision.date"));
        assertEquals("decision.date.year", form.errors().get(0).target());
        var english =
                form(Language.EN, "decision.date.day", "12", "decision.date.month", "3", "decision.date.year", "2026");
        assertEquals(LocalDate.of(2026, 3, 12), english.date("decision.date"));
        assertNull(
                form(Language.EN, "d.day", "12", "d.month", "3", "d.year", "26").date("d"));
    }

    @Test
    void a_period_ends_after_it_starts() {
        var form = form(
                Language.EN,
                "period.from.day",
                "1",
                "period.from.month",
                "1",
                "period.from.year",
                "2027",
                "period.to.day",
                "31",
                "period.to.month",
                "12",
                "period.to.year",
                "2026");
        Fields.mustFollow(form, "period.to", form.date("period.from"), form.date("period.to"));
        assertEquals("Last day: not before 1\u00a0January\u00a02027", form.error("period.to"));
    }

    @Test
    void every_refusal_of_a_service_lands_at_its_field_in_the_readers_language() {
        var form = form(Language.LT, "amount", "40 000 000", "coFinancingRate", "99");
        form.refuse(new Problem(
                null,
                null,
                409,
                "English",
                "exceeds-available",
                "amount",
                null,
                List.of(
                        new Problem.Error(
                                "amount",
                                "exceeds-available",
                                "English",
                                Map.of(
                                        "available",
                                        "EUR\u00a037\u00a0000\u00a0000.00",
                                        "amount",
                                        "EUR\u00a040\u00a0000\u00a0000.00")),
                        new Problem.Error("amount.currency", "currency-not-kept", "English", Map.of()),
                        new Problem.Error(null, "something-new", "Said in English only.", Map.of())),
                null));
        assertEquals(
                "Laisva tik 37\u00a0000\u00a0000,00\u00a0€, todėl 40\u00a0000\u00a0000,00\u00a0€ įsipareigoti negalima",
                form.error("amount"));
        assertEquals(3, form.errors().size());
        assertEquals("amount", form.errors().get(1).field());
        assertNull(form.errors().get(2).target());
        assertEquals("Said in English only.", form.errors().get(2).message());
        assertEquals("40 000 000", form.value("amount"));
    }

    @Test
    void the_key_of_a_form_stays_with_it() {
        var first = Form.empty(Language.EN);
        assertEquals(first.key(), form(Language.EN, "form-key", first.key()).key());
        assertFalse(form(Language.EN, "form-key", "x").key().equals("x"));
        assertFalse(form(Language.EN, "form-key", first.key(), "csrf-token", "t")
                .answers()
                .containsKey("csrf-token"));
    }

    @Test
    void who_changes_language_in_the_middle_of_a_form_keeps_the_amount() {
        var form = form(
                Language.LT, "typed-in", "en", "amount", "15,400.50", "coFinancingRate", "37.5", "reference", "1,5");
        assertEquals("15\u00a0400,50", form.value("amount"));
        assertEquals("37,5", form.value("coFinancingRate"));
        assertEquals("1,5", form.value("reference"));
        assertEquals(Money.eur("15400.50"), form.money("amount"));
        assertEquals(
                "15,4 mln",
                form(Language.LT, "typed-in", "en", "amount", "15,4 mln").value("amount"));
    }
}
