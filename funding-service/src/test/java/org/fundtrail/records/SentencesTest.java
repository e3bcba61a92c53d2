package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.records.Person.OFFICER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Entries are said in sentences, whole in both languages. */
@QuarkusTest
class SentencesTest {
    private static String sentence(String commitment, String language) {
        return OFFICER.request()
                .header("Accept-Language", language)
                .get(API + "/entries?subject=" + commitment)
                .path("items[0].sentence");
    }

    @Test
    void a_sentence_says_the_amount_and_the_project_in_the_language_of_the_reader() {
        var commitment = reserved(inForce("40000.00", "RECEPTION"), "RECEPTION/camp", "37000.50");
        var allocation =
                OFFICER.get(API + "/commitments/{id}", commitment).extract().<String>path("allocation.reference");
        var project =
                OFFICER.get(API + "/commitments/{id}", commitment).extract().<String>path("project.reference");
        assertEquals(
                "Reserved EUR\u00a037,000.50 of the allocation " + allocation + " for the project " + project,
                sentence(commitment, "en-GB,en;q=0.8,lt;q=0.1"));
        assertEquals(
                "Rezervavo 37\u00a0000,50\u00a0EUR iš " + allocation + " projektui " + project,
                sentence(commitment, "lt-LT,en;q=0.5"));
        assertTrue(sentence(commitment, "de").startsWith("Reserved"), "English where there is nothing better");
    }
}
