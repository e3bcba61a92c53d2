package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One search finds records of every kind. */
@QuarkusTest
class SearchTest {
    private static List<Map<String, Object>> found(Person reader, String text) {
        return reader.get(API + "/search?limit=200&q={q}", text)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private static List<Object> ids(Person reader, String text) {
        return found(reader, text).stream().map(record -> record.get("id")).toList();
    }

    private static String recorded(Map<String, Object> allocation) {
        return OFFICER.post(API + "/allocations", allocation)
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_record_of_each_kind_is_found_by_its_reference_in_any_case_and_comes_first() {
        var allocation = Funding.inForce("100.00", "STAFF");
        var receipt = Funding.recordedReceipt(allocation, "1.00");
        var commitment = Funding.reserved(allocation, "STAFF/1", "1.00");
        var read = OFFICER.get(API + "/allocations/" + allocation);
        for (var one : Map.of(
                        allocation,
                        read.extract().<String>path("reference"),
                        read.extract().<String>path("programme.id"),
                        read.extract().<String>path("programme.code"),
                        receipt,
                        OFFICER.get(API + "/receipts/" + receipt).extract().<String>path("bankReference"),
                        commitment,
                        OFFICER.get(API + "/commitments/" + commitment)
                                .extract()
                                .<String>path("legalCommitment.reference"))
                .entrySet()) {
            var first = found(OFFICER, one.getValue().toLowerCase()).get(0);
            assertEquals(one.getKey(), first.get("id"));
            assertEquals(true, first.get("exact"));
            assertTrue(ids(OFFICER, one.getValue().substring(2)).contains(one.getKey()));
        }
    }

    @Test
    void whose_whole_reference_it_is_comes_before_those_that_contain_it() {
        var terms = allocation(recordedProgramme("STAFF"), "5.00");
        var reference = (String) terms.get("reference");
        var called = recorded(terms);
        recorded(with(with(terms, "reference", reference + "/2"), "purpose", "Goes with " + reference));
        var found = found(OFFICER, reference);
        assertEquals(2, found.size());
        assertEquals(called, found.get(0).get("id"));
        assertEquals(false, found.get(1).get("exact"));
    }

    @Test
    void text_is_found_without_its_diacritics_wherever_it_stands() {
        var mark = Funding.unique("");
        var terms = allocation(recordedProgramme("STAFF"), "5.00");
        var byDonor = recorded(with(terms, "donor", "Čekijos šalpa" + mark));
        assertEquals(List.of(byDonor), ids(OFFICER, "cekijos salpa" + mark));
        assertEquals(
                "Čekijos šalpa" + mark, found(OFFICER, "SALPA" + mark).get(0).get("party"));
        var decided = recorded(
                with(with(terms, "reference", Funding.unique("ALL")), "decision.reference", "C(2021) 6012" + mark));
        assertEquals(List.of(decided), ids(OFFICER, "c(2021) 6012" + mark));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "152463711",
                "152 463 711,00",
                "152,463,711.00",
                "152.463.711,00",
                "152463711.0",
                "EUR 152 463 711",
                "152.463.711 €"
            })
    void an_amount_is_found_however_it_is_typed(String typed) {
        var id = recorded(allocation(recordedProgramme("STAFF"), "152463711.00"));
        var other = recorded(allocation(recordedProgramme("STAFF"), "152463711.01"));
        var found = ids(OFFICER, typed);
        assertTrue(found.contains(id));
        assertFalse(found.contains(other));
    }

    @Test
    void less_than_three_characters_find_whole_references_and_amounts_only() {
        var terms = allocation(recordedProgramme("STAFF"), "7.00");
        recorded(with(terms, "purpose", "Čž"));
        assertEquals(List.of(), ids(OFFICER, "čž"));
        assertEquals(List.of(), ids(OFFICER, "  "));
        assertTrue(found(OFFICER, "7").stream()
                .allMatch(record -> "7.00".equals(((Map<?, ?>) record.get("amount")).get("amount"))));
    }

    @Test
    void another_institution_finds_nothing_and_an_auditor_finds_what_everybody_recorded() {
        var terms = allocation(recordedProgramme("STAFF"), "5.00");
        var id = recorded(terms);
        var reference = (String) terms.get("reference");
        assertEquals(List.of(), ids(LATVIAN, reference));
        assertEquals(List.of(id), ids(AUDITOR, reference));
    }

    @Test
    void no_more_of_a_kind_are_answered_than_were_asked_for() {
        var terms = allocation(recordedProgramme("STAFF"), "5.00");
        var mark = Funding.unique("MARK");
        for (int n = 0; n < 3; n++) {
            recorded(with(with(terms, "reference", Funding.unique("ALL")), "purpose", mark));
        }
        OFFICER.get(API + "/search?q=" + mark + "&limit=2").statusCode(200).body("size()", equalTo(2));
        OFFICER.get(API + "/search?q=" + mark + "&limit=201").statusCode(400);
    }
}
