package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a row says an entry says: every column of every record is a fact of its entries, or the docs say why not. */
@QuarkusTest
class FactsTest {

    @Test
    void every_column_is_a_fact_of_its_entries_or_is_listed_as_not_proved() {
        var programme = recordedProgramme("RECEPTION", "STAFF");
        var allocation = OFFICER.post(
                        API + "/allocations",
                        with(
                                allocation(programme, "100.00"),
                                "sources",
                                List.of(Map.of(
                                        "title", "A source",
                                        "url", "https://example.org/a",
                                        "date", "2021-08-11",
                                        "statement", "It says so"))))
                .statusCode(201)
                .extract()
                .<String>path("id");
        APPROVER.post(
                        API + "/allocations/{id}/decision",
                        Map.of("outcome", "RETURNED", "reason", "Once more"),
                        allocation)
                .statusCode(200);
        OFFICER.put("\"1\"", API + "/allocations/{id}", allocation(programme, "90.00"), allocation)
                .statusCode(200);
        APPROVER.post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), allocation)
                .statusCode(200);
        var receipt = recordedReceipt(allocation, "10.00");
        var commitment = reserved(allocation, "RECEPTION/camp", "10.00");
        APPROVER.post(
                API + "/commitments/{id}/decision", Map.of("outcome", "RETURNED", "reason", "Once more"), commitment);
        OFFICER.put("\"1\"", API + "/commitments/{id}", commitment("RECEPTION/other", "11.00"), commitment)
                .statusCode(200);
        var facts = new ProvedColumns("funding");
        facts.of(
                "programme",
                UUID.fromString(OFFICER.get(API + "/allocations/{id}", allocation)
                        .extract()
                        .path("programme.id")));
        facts.of("allocation", UUID.fromString(allocation));
        facts.of("receipt", UUID.fromString(receipt));
        facts.of("commitment", UUID.fromString(commitment));
        facts.listOf("allocation_source", "sources", UUID.fromString(allocation), "allocation_id");
        assertEquals(
                List.of(),
                facts.notProved(),
                "columns that no entry says and docs/what-is-not-proved.md does not list");
        assertEquals(List.of(), facts.different(), "columns that say something else than their entries");
    }
}
