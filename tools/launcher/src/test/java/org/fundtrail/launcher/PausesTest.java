package org.fundtrail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTest {

    Pauses pauses = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(60));

    @Test
    void pauses_double_up_to_a_minute_and_never_become_a_refusal() {
        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L),
                Stream.generate(() -> pauses.after(Duration.ofSeconds(5)).toSeconds())
                        .limit(9)
                        .toList());
    }

    @Test
    void what_ran_for_a_minute_is_started_again_at_once() {
        for (int i = 0; i < 9; i++) {
            pauses.after(Duration.ofSeconds(59));
        }
        assertEquals(1, pauses.after(Duration.ofMinutes(1)).toSeconds());
        assertEquals(2, pauses.after(Duration.ZERO).toSeconds());
    }
}
