package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.amendment;
import static org.fundtrail.funding.Funding.approved;
import static org.fundtrail.funding.Funding.closure;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.commitmentAmendment;
import static org.fundtrail.funding.Funding.committed;
import static org.fundtrail.funding.Funding.overriding;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.usedUp;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.fundtrail.funding.checklist.Checking;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.VerificationTest;
import org.fundtrail.funding.costoption.Options;
import org.fundtrail.funding.recovery.FindingTest;
import org.fundtrail.funding.recovery.Recovering;
import org.fundtrail.records.proof.Proved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a row says an entry says: every column of every record is a fact of its entries, or the docs say why not. */
@QuarkusTest
class FactsTest {

    private static boolean isRecorded;

    @BeforeEach
    void something_is_recorded_of_every_kind() {
        if (!isRecorded) {
            isRecorded = true;
            record();
        }
    }

    @Test
    void every_column_is_a_fact_of_its_entries_or_is_listed_as_not_proved() {
        assertEquals(List.of(), Proved.findings("funding"));
    }

    @Test
    void what_nothing_proves_is_documented_with_its_reason() {
        assertEquals(List.of(), Proved.undocumented("funding"));
    }

    @Test
    void whatever_is_altered_in_the_database_is_found_and_named() {
        assertEquals(
                List.of("journal.identity: no row to alter"),
                Proved.unnoticed("funding"),
                "not noticed; nobody is named here");
    }

    private static void record() {
        var programme = recordedProgramme("RECEPTION", "STAFF");
        var sources = List.of(
                Map.of(
                        "title",
                        "A source",
                        "url",
                        "https://example.org/a",
                        "date",
                        "2021-08-11",
                        "statement",
                        "It says so"),
                Map.of(
                        "title",
                        "Another",
                        "url",
                        "https://example.org/b",
                        "date",
                        "2021-08-12",
                        "statement",
                        "So does it"));
        var allocation = OFFICER.post(
                        API + "/allocations", with(allocation(programme, "100.00"), "sources", sources.subList(0, 1)))
                .statusCode(201)
                .extract()
                .<String>path("id");
        APPROVER.post(
                        API + "/allocations/{id}/decision",
                        Map.of("outcome", "RETURNED", "reason", "Once more"),
                        allocation)
                .statusCode(200);
        OFFICER.put(
                        "\"1\"",
                        API + "/allocations/{id}",
                        with(allocation(programme, "90.00"), "sources", sources),
                        allocation)
                .statusCode(200);
        APPROVER.post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), allocation)
                .statusCode(200);
        recordedReceipt(allocation, "10.00");
        var commitment = reserved(allocation, "RECEPTION/camp", "10.00");
        APPROVER.post(
                API + "/commitments/{id}/decision", Map.of("outcome", "RETURNED", "reason", "Once more"), commitment);
        OFFICER.put("\"1\"", API + "/commitments/{id}", commitment("RECEPTION/other", "11.00"), commitment)
                .statusCode(200);
        approved("/allocations/{id}/closure", "allocation-amendments", closure(), usedUp());
        OFFICER.post(API + "/allocations/{id}/commitments", overriding("TRAINING/1", "1.00"), allocation)
                .statusCode(201);
        returned(
                "/allocations/{id}/amendments",
                "allocation-amendments",
                with(amendment("5.00"), "reason", "More came"),
                with(amendment("-5.00"), "reason", "Less came"),
                allocation);
        returned(
                "/commitments/{id}/amendments",
                "commitment-amendments",
                commitmentAmendment("5.00"),
                commitmentAmendment("-2.00"),
                committed(allocation, "RECEPTION/other", "2.00"));
        Claiming.paidLess();
        Claiming.byOptions();
        Options.ofOneKindAfterTheOther(allocation, "RECEPTION/camp");
        VerificationTest.verified();
        Checking.changed(recordedProgramme("RECEPTION"));
        Recovering.offsetAfterItCameBack();
        Recovering.paidBack();
        FindingTest.ofFindings();
        Proved.commentsUntilASubtreeIsComplete(API, "allocation", allocation);
    }

    /** The id of what was recorded, sent back and changed. */
    private static String returned(
            String at, String room, Map<String, Object> terms, Map<String, Object> anew, String of) {
        var id = OFFICER.post(API + at, terms, of).statusCode(201).extract().<String>path("id");
        APPROVER.post(API + "/" + room + "/{id}/decision", Map.of("outcome", "RETURNED", "reason", "Once more"), id)
                .statusCode(200);
        OFFICER.put("\"1\"", API + "/" + room + "/{id}", anew, id).statusCode(200);
        return id;
    }
}
