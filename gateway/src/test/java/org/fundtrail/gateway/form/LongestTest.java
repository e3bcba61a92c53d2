package org.fundtrail.gateway.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.fundtrail.gateway.language.Language;
import org.junit.jupiter.api.Test;

class LongestTest {

    @Test
    void a_long_text_takes_as_much_as_its_terms_say() {
        assertEquals(2000, Longest.of("allocation", "purpose"));
        assertEquals(500, Longest.of("source", "title"));
        assertEquals(2000, Longest.of("decision", "reason"));
        assertEquals(2000, Longest.of("refusal", "reason"));
        assertEquals(2000, Longest.of("baseline", "reason"));
        assertEquals(2000, Longest.of("invoice", "override.reason"));
        assertThrows(IllegalArgumentException.class, () -> Longest.of("allocation", "mood"));
    }

    @Test
    void a_new_line_counts_as_one_character_as_in_the_browser() {
        var sent = new MultivaluedHashMap<String, String>();
        sent.add("purpose", "x".repeat(999) + "\r\n" + "y".repeat(1000));
        var form = Form.of(sent, Language.EN);
        assertEquals("x".repeat(999) + "\n" + "y".repeat(1000), form.text("purpose"));
        assertEquals(0, form.errors().size());
    }
}
