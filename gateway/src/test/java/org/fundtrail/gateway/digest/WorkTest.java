package org.fundtrail.gateway.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundtrail.gateway.language.Language;
import org.junit.jupiter.api.Test;

/** What a mail says of the work of somebody: whole, so that whatever comes into it is seen here. */
class WorkTest {
    @Test
    void it_counts_what_there_is_in_english() {
        assertEquals("""
                Good morning. In Fundtrail

                – 1 record waits for your decision
                – 2 records came back to you
                – 1 comment asks something of you
                – 3 dates come within a week

                See what there is: https://x/

                You get this mail on working mornings because you turned it on. Turn it off: https://x/settings
                """, new Work(1, 2, 1, 3).said(Language.EN, "https://x/", "https://x/settings"));
    }

    @Test
    void it_counts_what_there_is_in_lithuanian() {
        assertEquals("""
                Labas rytas. Sistemoje „Fundtrail“

                – 21 įrašas laukia jūsų sprendimo
                – jums grąžinti 2 įrašai
                – 10 komentarų laukia jūsų atsakymo
                – per savaitę baigiasi 1 terminas

                Peržiūrėkite: https://x/

                Šį laišką gaunate darbo dienų rytais, nes įsijungėte priminimus. Išjungti: https://x/settings
                """, new Work(21, 2, 10, 1).said(Language.LT, "https://x/", "https://x/settings"));
    }

    @Test
    void what_there_is_not_is_not_said_and_of_very_much_that_it_is() {
        var said = new Work(60, 0, 0, 0).and(new Work(100, 0, 0, 0)).said(Language.EN, "x", "y");
        assertTrue(said.contains("– 99+ records wait for your decision\n\n"), said);
        assertEquals(1, said.lines().filter(line -> line.startsWith("–")).count());
        assertTrue(new Work(100, 0, 0, 0).said(Language.LT, "x", "y").contains("– 99+ įrašų laukia"));
        assertTrue(new Work(0, 0, 0, 0).isNone());
        assertFalse(new Work(0, 0, 0, 1).isNone());
    }
}
