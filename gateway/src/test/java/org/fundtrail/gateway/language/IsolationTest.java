package org.fundtrail.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IsolationTest {

    @Test
    void a_text_that_turns_its_direction_stays_within_itself() {
        assertEquals("\u2068Tetas \u202e00.000.1\u2069", Isolation.of("Tetas \u202e00.000.1"));
    }

    @Test
    void a_text_cannot_end_its_own_isolation() {
        assertEquals("\u2068a\u202eb\u2069", Isolation.of("a\u2069\u202eb"));
        assertEquals("\u2068a\u2066b\u2069\u2069", Isolation.of("a\u2066b"));
    }

    @Test
    void an_ordinary_text_is_left_alone() {
        assertEquals("Kazlauskienė – 1,5 € „šiaurė“", Isolation.of("Kazlauskienė – 1,5 € „šiaurė“"));
    }
}
