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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.funding.checklist.Checking;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.VerificationTest;
import org.fundtrail.funding.costoption.Options;
import org.fundtrail.funding.recovery.FindingTest;
import org.fundtrail.funding.recovery.Recovering;
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
        facts.of("receipt", UUID.fromString(receipt));
        var changed = new ProvedColumns("funding"); // these say nothing of some columns
        changed.of("allocation", UUID.fromString(allocation));
        changed.of("commitment", UUID.fromString(commitment));
        assertEquals(List.of(), changed.different());
        var closed = usedUp();
        approved("/allocations/{id}/closure", "allocation-amendments", closure(), closed);
        facts.of("allocation", UUID.fromString(closed));
        var overriding = OFFICER.post(
                        API + "/allocations/{id}/commitments", overriding("TRAINING/1", "1.00"), allocation)
                .statusCode(201)
                .extract()
                .<String>path("id");
        facts.of("commitment", UUID.fromString(overriding));
        facts.of(
                "allocation_amendment",
                UUID.fromString(returned(
                        "/allocations/{id}/amendments",
                        "allocation-amendments",
                        with(amendment("5.00"), "reason", "More came"),
                        with(amendment("-5.00"), "reason", "Less came"),
                        allocation)));
        var other = committed(allocation, "RECEPTION/other", "2.00");
        facts.of(
                "commitment_amendment",
                UUID.fromString(returned(
                        "/commitments/{id}/amendments",
                        "commitment-amendments",
                        commitmentAmendment("5.00"),
                        commitmentAmendment("-2.00"),
                        other)));
        facts.listOf("allocation_source", "sources", UUID.fromString(allocation), "allocation_id");
        var claim = UUID.fromString(Claiming.paidLess());
        facts.of("claim", claim);
        facts.listOf("claim_line", "lines", UUID.fromString(Claiming.byOptions()), "claim_id");
        facts.of("cost_option", UUID.fromString(Options.ofOneKindAfterTheOther(allocation, "RECEPTION/camp")));
        facts.listOf("claim_holding", "holdings", claim, "claim_id");
        facts.listOf("claim_deduction", "deductions", claim, "claim_id");
        var examined = UUID.fromString(VerificationTest.verified());
        facts.listOf("claim_answer", "answers", examined, "claim_id");
        facts.listOf("claim_sampled", "sampled", examined, "claim_id");
        var checklist = UUID.fromString(Checking.changed(recordedProgramme("RECEPTION")));
        facts.of("checklist", checklist);
        facts.listOf("checklist_question", "questions", checklist, "checklist_id");
        var item = UUID.fromString(
                OFFICER.get(API + "/claims/{id}", claim).extract().path("lines[0].invoice.id"));
        facts.of("expenditure", item);
        facts.of("cost_share", item);
        var recovery = UUID.fromString(Recovering.offsetAfterItCameBack());
        var recoveries = new ArrayList<>(FindingTest.ofFindings());
        recoveries.addAll(List.of(recovery, UUID.fromString(Recovering.paidBack())));
        facts.ofEach("recovery", recoveries);
        facts.listOf("recovery_line", "lines", recovery, "recovery_id");
        assertEquals(
                List.of(),
                facts.notProved(),
                "columns that no entry says and docs/what-is-not-proved.md does not list");
        assertEquals(List.of(), facts.different(), "columns that say something else than their entries");
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
