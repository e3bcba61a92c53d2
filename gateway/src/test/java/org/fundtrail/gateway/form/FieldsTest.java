package org.fundtrail.gateway.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Period;
import org.fundtrail.common.Problem;
import org.fundtrail.funding.api.programme.CostKind;
import org.fundtrail.gateway.language.Language;
import org.junit.jupiter.api.Test;

/** One table reads, fills in, asks and says. */
class FieldsTest {
    record Named(String name) {}

    record Owner(UUID id, String reference) {}

    record Terms(
            String reference,
            Named contractor,
            Money net,
            BigDecimal vatRate,
            Period period,
            List<CostKind> costScope,
            CostKind kind,
            Boolean lowerBound,
            String place,
            String project) {}

    private static final Fields<Terms> FIELDS = Fields.of(
            Terms.class,
            "contract",
            Field.text("reference"),
            Field.text("contractor.name").wide(),
            Field.money("net"),
            Field.share("vatRate"),
            Field.day("period.from"),
            Field.day("period.to"),
            Field.several("costScope", "kind", CostKind.values()),
            Field.one("kind", "kind", CostKind.values()),
            Field.tick("lowerBound"),
            Field.text("place").optional(),
            Field.record("project"));

    private static final Terms SAID = new Terms(
            "C-1",
            new Named("UAB Tetas"),
            Money.eur("1234.50"),
            new BigDecimal("0.21"),
            new Period(LocalDate.of(2021, 8, 23), LocalDate.of(2022, 4, 30)),
            List.of(CostKind.RECEPTION, CostKind.STAFF),
            CostKind.STAFF,
            true,
            null,
            "p-1");

    private static Form typed(Map<String, String> answers) {
        var sent = new MultivaluedHashMap<String, String>();
        answers.forEach(sent::putSingle);
        return Form.of(sent, Language.EN);
    }

    @Test
    void a_form_in_which_only_the_day_stands_with_which_it_began_is_blank() {
        var today = LocalDate.of(2026, 12, 1);
        assertTrue(FIELDS.isBlank(typed(Map.of()), today));
        assertTrue(FIELDS.isBlank(typed(Map.of("place", " ")).beginning("period.from", today), today));
        assertFalse(FIELDS.isBlank(typed(Map.of()).beginning("period.from", today.minusDays(1)), today));
        assertFalse(FIELDS.isBlank(typed(Map.of("place", "Here")).beginning("period.from", today), today));
        var takenAway = typed(Map.of("period.from.day", "", "period.from.month", "", "period.from.year", ""));
        assertTrue(takenAway.beginning("period.from", today).isBlank("period.from"));
    }

    @Test
    void what_a_record_fills_in_is_read_as_it_was() {
        for (var language : Language.values()) {
            var form = FIELDS.fill(Form.empty(language), SAID);
            assertEquals(SAID, FIELDS.read(form), () -> form.errors().toString());
            assertFalse(form.isRefused());
        }
    }

    @Test
    void every_field_that_is_needed_is_asked_for_and_none_else() {
        var form = typed(Map.of());
        FIELDS.read(form);
        assertEquals(
                List.of(
                        "reference",
                        "contractor.name",
                        "net",
                        "vatRate",
                        "period.from",
                        "period.to",
                        "costScope",
                        "kind",
                        "project"),
                form.errors().stream().map(FormError::field).toList());
    }

    @Test
    void what_is_none_of_a_list_was_not_chosen_and_a_period_ends_after_it_starts() {
        var form = FIELDS.fill(Form.empty(Language.EN), SAID)
                .with("kind", "CASTLE")
                .with("costScope", "CASTLE,STAFF")
                .with("period.to.year", "2020");
        assertNull(FIELDS.read(form).kind());
        assertEquals(
                List.of("kind", "period.to"),
                form.errors().stream().map(FormError::field).toList());
    }

    @Test
    void answers_are_in_words_and_a_record_is_called_by_its_name() {
        var answers = FIELDS.answers(
                Language.EN, SAID, Map.of("project", List.of(new Option("p-1", "BARRIER Physical barrier"))));
        assertEquals(
                List.of(
                        "C-1",
                        "UAB Tetas",
                        "€1,234.50",
                        "21%",
                        Language.EN.date(LocalDate.of(2021, 8, 23)),
                        Language.EN.date(LocalDate.of(2022, 4, 30)),
                        "Reception of migrants, Staff",
                        "Staff",
                        "yes",
                        "–",
                        "BARRIER Physical barrier"),
                answers.stream().map(ShortForm.Answer::value).toList());
        assertEquals("Contract reference", answers.get(0).label());
    }

    @Test
    void a_page_asks_with_the_words_of_the_record_and_says_what_may_be_left_out() {
        var asked = FIELDS.asked(Form.empty(Language.LT), new Known(Map.of(), Map.of("net", "Be centų"), Map.of()));
        assertEquals("Sutarties numeris", asked.get(0).label());
        assertEquals("Be centų", asked.get(2).hint());
        assertEquals(CostKind.values().length, asked.get(6).choice().found().size());
        assertTrue(asked.get(9).label().endsWith("(neprivaloma)"), asked.get(9).label());
    }

    @Test
    void a_record_that_was_chosen_is_filled_in_by_its_id() {
        record Shown(Owner project) {}
        var id = new UUID(0, 1);
        var form = FIELDS.fill(Form.empty(Language.EN), new Shown(new Owner(id, "BARRIER")));
        assertEquals(id.toString(), form.value("project"));
    }

    record Order(LocalDate on, String rate) {}

    private static Form typed(Language language, String... typed) {
        var sent = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < typed.length; i += 2) {
            sent.add(typed[i], typed[i + 1]);
        }
        return Form.of(sent, language);
    }

    @Test
    void a_wrong_day_is_called_as_its_form_calls_it() {
        var fields = Fields.of(Order.class, "direct-cost", Field.day("on"));
        var form = typed(Language.EN, "on.day", "31", "on.month", "2", "on.year", "2026");
        fields.read(form);
        assertEquals("Day: enter a real date with a year of four digits", form.error("on"));
        form = typed(Language.EN, "on.day", "1", "on.month", "13", "on.year", "2026");
        fields.read(form);
        assertTrue(form.error("on").startsWith("Day: enter the month"), form.error("on"));
    }

    @Test
    void what_a_service_says_of_a_field_calls_it_as_its_form_does() {
        var form = typed(Language.EN, "on.day", "1", "on.month", "1", "on.year", "2026");
        Fields.of(Order.class, "forecast", Field.day("on")).read(form);
        var problem = new Problem(
                null,
                null,
                400,
                "",
                "date-in-future",
                "on",
                Map.of(),
                List.of(new Problem.Error("on", "date-in-future", "", Map.of("field", "on", "today", "2026-11-23"))),
                null);
        form.refuse(problem);
        assertTrue(form.error("on").startsWith("Holds from: not after today"), form.error("on"));
    }

    @Test
    void a_rate_in_per_cent_is_read_as_one() {
        var fields = Fields.of(Order.class, "recovery-step", Field.perCent("rate"));
        assertEquals("4.5", fields.read(typed(Language.LT, "rate", "4,5 %")).rate());
        assertEquals("0", fields.read(typed(Language.EN, "rate", "0")).rate());
        for (var wrong : List.of("4.505", "100.01", "-1", "four")) {
            var form = typed(Language.EN, "rate", wrong);
            fields.read(form);
            assertTrue(form.error("rate").startsWith("Enter a rate in per cent"), wrong);
        }
    }

    @Test
    void of_many_rows_the_summary_says_which_and_the_field_does_not() {
        var form = typed(Language.EN, "lines[0]", "lots", "lines[1]", "5");
        form.called().row("lines[0]", () -> "Line A");
        form.money("lines[0]");
        form.money("lines[1]");
        assertEquals("Line A: " + form.error("lines[0]"), form.errors().get(0).summary());
        assertEquals(1, form.errors().size());
    }

    @Test
    void of_several_sums_and_shares_the_summary_says_which_unless_the_sentence_does() {
        var form = typed(Language.EN, "terms.retention.limit", "-3", "terms.retention.rate", "120", "amount", "0");
        form.money("terms.retention.limit");
        form.share("terms.retention.rate");
        form.money("amount");
        assertEquals(
                List.of(
                        "Retention, never more than: The amount must be more than zero",
                        "Retention, share of what is certified: The rate must be between 0% and 100%",
                        "The amount must be more than zero"),
                form.errors().stream().map(FormError::summary).toList());
        assertEquals("The amount must be more than zero", form.error("terms.retention.limit"));
    }
}
