package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fundtrail.gateway.Surroundings;
import org.fundtrail.gateway.language.Language;
import org.junit.jupiter.api.Test;

/** The files of pages as the spreadsheet of a Lithuanian reader takes them, and of an English one. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CsvPageTest extends PageTest {

    private String[] file(String path, Language language) {
        cookies.put("fundtrail-language", language.code());
        var answer = get(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.asString().split("\r\n");
    }

    @Test
    void the_coverage_of_projects() {
        var lithuanian = file("/coverage.csv", Language.LT);
        assertEquals(
                "\ufeff\"Identifikatorius\";\"Numeris\";\"Pavadinimas anglų kalba\";\"Pavadinimas lietuvių kalba\";\"Rūšis\";"
                        + "\"Darbų programa\";\"Bazinė sąmata\";\"Sutarta\";\"Įsipareigota\";\"Padengta\";"
                        + "\"Įsipareigota virš bazinės sąmatos\";\"Rezervuota\";\"Nepadengta\";\"Valiuta\";"
                        + "\"Aktuota\";\"Išrašyta sąskaitų\";\"Apmokėta\";\"Išlaidos užbaigus\";\"Nepadengta užbaigus\";"
                        + "\"Prašoma mokėti\";\"Išmokėta\"",
                lithuanian[0]);
        assertEquals(
                "\"00000000-0000-4000-8000-000000000d01\";\"BARRIER\";\"Barrier\";\"Barjeras\";\"Fizinis barjeras\";\"BORDER\";\"152460000,00\";\"43000000,10\";"
                        + "\"152460000,00\";\"152460000,00\";\"0,00\";\"0,00\";\"0,00\";\"EUR\";"
                        + "\"40000000,00\";\"38000000,00\";\"37000000,00\";\"160000000,00\";\"7540000,00\";\"0,00\";\"0,00\"",
                lithuanian[1]);
        assertTrue(lithuanian[2].contains(";\"Nepadengta, dar nepriskirta projektui\";"), lithuanian[2]);
        assertTrue(
                lithuanian[2].endsWith(";\"347540000,00\";\"EUR\";\"\";\"\";\"\";\"\";\"\";\"\";\"\""), lithuanian[2]);

        var english = file("/coverage.csv", Language.EN);
        assertTrue(english[0].startsWith("\ufeff\"Id\",\"Reference\",\"Title in English\","), english[0]);
        assertTrue(english[1].contains(",\"152460000.00\",\"43000000.10\","), english[1]);
    }

    @Test
    void the_parts_of_the_whole_cost() {
        var lithuanian = file("/financing.csv", Language.LT);
        assertEquals("\ufeff\"Dalis\";\"Suma\";\"Valiuta\"", lithuanian[0]);
        assertEquals("\"Valstybės biudžetas\";\"152460000,00\";\"EUR\"", lithuanian[1]);
        assertEquals("\"Nepadengta, dar nepriskirta projektui\";\"347540000,00\";\"EUR\"", lithuanian[2]);
        var english = file("/financing.csv", Language.EN);
        assertEquals("\ufeff\"Part\",\"Amount\",\"Currency\"", english[0]);
        assertEquals("\"National budget\",\"152460000.00\",\"EUR\"", english[1]);
    }

    @Test
    void the_list_of_allocations() {
        var lithuanian = file("/allocations/allocations.csv", Language.LT);
        assertTrue(lithuanian[0].startsWith("\ufeff\"Numeris\";\"Programa\";\"Paskirtis\";\"Fondas\";"), lithuanian[0]);
        assertTrue(
                lithuanian[1].startsWith(
                        "\"EMAS-2021-LT\";\"AMIF-EMAS\";\"Reception\";\"Prieglobsčio, migracijos ir integracijos fondas (PMIF)\";"),
                lithuanian[1]);
        assertTrue(lithuanian[1].contains(";\"Skubioji parama\";"), lithuanian[1]);
        assertTrue(lithuanian[1].contains(";\"37000000,00\";"), lithuanian[1]);
        assertTrue(lithuanian[1].contains(";\"0,9\";"), lithuanian[1]);
    }

    @Test
    void the_audit_trail() {
        var lithuanian = file("/audit/entries.csv?service=funding", Language.LT);
        assertTrue(lithuanian[0].startsWith("\ufeff\"Registro dalis\";\"Įrašas\";"), lithuanian[0]);
        assertTrue(lithuanian[1].contains(";\"37000000,00\";\"EUR\";\"Suma\";\"\";\"37000000,00\";"), lithuanian[1]);
    }
}
