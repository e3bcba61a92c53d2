package org.fundtrail.gateway.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.fundtrail.funding.api.checklist.ChecklistTerms;
import org.fundtrail.gateway.language.Language;
import org.junit.jupiter.api.Test;

class TypedRowsTest {
    record Pledge(List<Map<String, Object>> schedule, Map<String, Object> terms) {}

    private static final Field TABLE = Field.rows(
            "schedule",
            Field.text("schedule.line"),
            Field.quantity("schedule.quantity"),
            Field.money("schedule.price"),
            Field.text("schedule.costLine").optional());
    private static final Fields<Pledge> FIELDS = Fields.of(
            Pledge.class,
            "contract",
            TABLE,
            Field.share("terms.retention.rate").optional(),
            Field.money("terms.advance").optional());

    private static JsonNode said(Form form) {
        return FIELDS.part(form);
    }

    private static Form typed(Language language, String rows) {
        return Form.empty(language).with("schedule", rows);
    }

    @Test
    void rows_are_read_as_they_come_out_of_a_spreadsheet_or_with_semicolons() {
        for (var rows : List.of("1\t2.5\t200.00\tWorks\n\n2\t1\t0.50\t", "1; 2.5; 200.00; Works\n2; 1; 0.50")) {
            var form = typed(Language.EN, rows);
            var read = said(form).get("schedule");
            assertFalse(form.isRefused(), rows);
            assertEquals(2, read.size());
            assertEquals("2.5", read.get(0).get("quantity").textValue());
            assertEquals("200.00", read.get(0).get("price").get("amount").textValue());
            assertEquals("Works", read.get(0).get("costLine").textValue());
            assertEquals("1", read.get(1).get("quantity").textValue());
        }
    }

    @Test
    void what_lies_within_a_part_of_a_row_is_put_there_and_said_and_filled_in_from_there() {
        var table = Field.rows(
                        "questions",
                        Field.text("questions.question.en"),
                        Field.text("questions.question.lt"),
                        Field.text("questions.legalReference").optional())
                .oneAtLeast();
        var fields = Fields.of(ChecklistTerms.class, "checklist", table);
        var form = Form.empty(Language.EN).with("questions", "Was it paid?; Ar apmokėta?; CPR 63(2)\nWhy?; Kodėl?");
        var read = fields.read(form);
        assertFalse(form.isRefused());
        assertEquals("Kodėl?", read.questions().get(1).question().lt());
        assertEquals("CPR 63(2)", read.questions().get(0).legalReference());
        assertEquals(
                "Was it paid?; Ar apmokėta?; CPR 63(2)\nWhy?; Kodėl?; ",
                fields.fill(Form.empty(Language.EN), read).value("questions"));
        var empty = Form.empty(Language.EN);
        fields.read(empty);
        assertTrue(empty.isWrong("questions"));
    }

    @Test
    void numbers_are_read_as_the_language_writes_them() {
        var form = typed(Language.LT, "1; 1 000,25; 2 000,50");
        var read = said(form).get("schedule").get(0);
        assertFalse(form.isRefused());
        assertEquals("1000.25", read.get("quantity").textValue());
        assertEquals("2000.50", read.get("price").get("amount").textValue());
        assertEquals("Row 1: Enter a quantity above zero with at most six decimals", error("1; 1,000; 2.00"));
    }

    @Test
    void what_is_wrong_is_said_with_the_number_of_its_row() {
        assertEquals("Row 2: Enter a quantity above zero with at most six decimals", error("1; 1; 1.00\n2; 0; 1.00"));
        assertEquals("Row 1: Enter the unit price", error("1; 1"));
        assertEquals("Row 1 has more cells than the 4 that are asked for", error("1; 1; 1.00; Works; more"));
    }

    private static String error(String rows) {
        var form = typed(Language.EN, rows);
        said(form);
        return form.error("schedule");
    }

    @Test
    void a_table_and_parts_that_are_left_out_are_left_out() {
        var form = Form.empty(Language.EN);
        var read = said(form);
        assertFalse(form.isRefused());
        assertTrue(isLeftOut(read.at("/schedule")));
        assertTrue(isLeftOut(read.at("/terms")));
        var some = said(Form.empty(Language.EN).with("terms.advance", "5.00"));
        assertEquals("5.00", some.at("/terms/advance/amount").textValue());
        assertTrue(isLeftOut(some.at("/terms/retention")));
    }

    private static boolean isLeftOut(JsonNode said) {
        return said.isMissingNode() || said.isNull();
    }

    @Test
    void a_record_fills_the_rows_as_they_would_be_typed() {
        var recorded = Map.of(
                "schedule",
                List.of(Map.of(
                        "line", "1", "quantity", "2.5", "price", Map.of("amount", "1200.00", "currency", "EUR"))));
        var form = FIELDS.fill(Form.empty(Language.LT), recorded);
        assertEquals("2,5", form.value("schedule").split("; ")[1]);
        assertEquals("2.5", said(form).get("schedule").get(0).get("quantity").textValue());
        assertNull(form.error("schedule"));
    }
}
