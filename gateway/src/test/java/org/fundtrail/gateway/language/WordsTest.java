package org.fundtrail.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.fundtrail.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Pattern CODE = Pattern.compile("[A-Z]+_[A-Z]+");

    private static String refused(Language language, String field, String code, String... params) {
        var named = new HashMap<String, String>();
        for (int i = 0; i < params.length; i += 2) {
            named.put(params[i], params[i + 1]);
        }
        return Words.refusal(language, new Problem(null, null, 409, "English", code, field, named, List.of(), null));
    }

    private static String outsideProgramme(Language language, String scope) {
        return refused(
                language,
                "project",
                "cost-outside-programme",
                "programme",
                "BMVI-LT",
                "scope",
                scope,
                "law",
                "Regulation (EU) 2021/1148",
                "project",
                "RECEPTION-2021",
                "kind",
                "PHYSICAL_BARRIER");
    }

    @Test
    void what_a_programme_may_pay_for_is_in_words_whether_it_is_one_kind_or_several() {
        assertEquals(
                "The programme BMVI-LT may not pay for this: RECEPTION-2021 is of the kind Physical barrier."
                        + " It may pay for Surveillance system only (Regulation (EU) 2021/1148)."
                        + " Give a reason below if an approver is to decide otherwise",
                outsideProgramme(Language.EN, "SURVEILLANCE_SYSTEM"));
        assertEquals(
                "Programa BMVI-LT to apmokėti negali: RECEPTION-2021 rūšis – Fizinis barjeras."
                        + " Ji gali apmokėti tik: Sienos stebėjimo sistema, Informacinė sistema (Reglamentas (ES) 2021/1148)."
                        + " Jei tvirtintojas turi nuspręsti kitaip, žemiau nurodykite priežastį",
                outsideProgramme(Language.LT, "SURVEILLANCE_SYSTEM, IT_SYSTEM"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_code_of_a_list_stands_in_a_sentence(Language language) {
        for (var sentence : List.of(
                outsideProgramme(language, "SURVEILLANCE_SYSTEM"),
                outsideProgramme(language, "RECEPTION, SURVEILLANCE_SYSTEM, BORDER_CROSSING_POINT"),
                refused(
                        language,
                        "coFinancingRate",
                        "rate-above-cap",
                        "cap",
                        "90%",
                        "actionType",
                        "EMERGENCY_ASSISTANCE"),
                refused(language, null, "wrong-state", "status", "APPROVED"),
                refused(language, null, "security-missing", "day", "2026-10-31", "kind", "PERFORMANCE"),
                refused(language, null, "allocation-not-in-force", "reference", "A-1", "status", "PROPOSED"))) {
            assertFalse(CODE.matcher(sentence).find(), sentence);
            assertFalse(sentence.contains("APPROVED") || sentence.contains("PROPOSED"), sentence);
            assertFalse(sentence.contains("PERFORMANCE"), sentence);
            assertFalse(sentence.contains("{"), sentence);
        }
    }

    @Test
    void an_address_with_a_space_is_told_how_a_space_is_written() {
        for (var field : List.of("sources[0].url", "source.url")) {
            var english = refused(Language.EN, field, "url-malformed", "value", "https://e.eu/Sprendimas 2026.pdf");
            assertTrue(english.endsWith("have no spaces and no < or >. Write a space as %20"), english);
            var lithuanian = refused(Language.LT, field, "url-malformed", "value", "https://e.eu/Sprendimas 2026.pdf");
            assertTrue(lithuanian.endsWith("negali būti tarpų, < ir >. Tarpą rašykite %20"), lithuanian);
        }
    }

    @Test
    void a_service_is_called_by_its_name_in_words() {
        assertEquals(
                "The infrastructure service cannot be reached just now. Nothing was recorded; try again in a moment",
                refused(Language.EN, null, "unavailable", "service", "infrastructure-service"));
        assertEquals(
                "Infrastruktūros sistema šiuo metu nepasiekiama. Nieko neįrašyta, bandykite po akimirkos",
                refused(Language.LT, null, "unavailable", "service", "infrastructure-service"));
    }

    @Test
    void a_status_agrees_in_gender_with_what_has_it() {
        assertEquals("Patvirtinta", Words.label(Language.LT, "allocation.status", "APPROVED"));
        assertEquals("Patvirtintas", Words.label(Language.LT, "commitment.status", "APPROVED"));
        assertEquals("Atmesta", Words.label(Language.LT, "receipt.status", "REFUSED"));
        assertEquals("Atmesta", Words.label(Language.LT, "contract.status", "REJECTED"));
        assertEquals("Approved", Words.label(Language.EN, "commitment.status", "APPROVED"));
        assertEquals("Visos", Words.of(Language.LT, "programme.all"));
        assertEquals("Visi", Words.of(Language.LT, "fund.all"));
    }

    @Test
    void a_word_that_is_the_same_as_another_is_said_by_it() {
        assertEquals("Committed", Words.label(Language.EN, "account", "COMMITTED"));
        assertEquals("Įsipareigota", Words.field(Language.LT, "committed"));
        assertEquals("Įsipareigota", Words.label(Language.LT, "account", "COMMITTED"));
    }
}
