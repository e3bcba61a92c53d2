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
                form.errors().stream().map(Form.Error::field).toList());
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
                form.errors().stream().map(Form.Error::field).toList());
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
}
