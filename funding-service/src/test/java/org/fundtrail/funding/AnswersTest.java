package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.fundtrail.records.Person.comment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.funding.checklist.Checking;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.claim.VerificationTest;
import org.fundtrail.funding.costoption.Options;
import org.fundtrail.funding.recovery.Recovering;
import org.fundtrail.journal.Role;
import org.fundtrail.records.AnswersAsDocumented;
import org.fundtrail.records.OpenApiDocument;
import org.fundtrail.records.Person;
import org.fundtrail.records.Validations;
import org.junit.jupiter.api.Test;

/** The document says what the service does: every answer has the fields, types and status that are documented, and no others. */
@QuarkusTest
class AnswersTest {
    @Test
    void every_answer_is_as_documented() {
        var answers = new AnswersAsDocumented();
        var code = unique("PRG");
        answers.fit("post", "/programmes", OFFICER.post(API + "/programmes", programme(code, "AMIF", "RECEPTION")));
        var programme = OFFICER.get(API + "/programmes?q=" + code).extract().<String>path("items[0].id");
        answers.fit("get", "/programmes", OFFICER.get(API + "/programmes?limit=1"));
        answers.fit("get", "/programmes/{id}", OFFICER.get(API + "/programmes/{id}", programme));
        answers.fitCorrections(
                OFFICER, API, "/programmes", programme, Map.of("name", "Corrected", "reason", "A letter was missing"));

        answers.fit("post", "/allocations", OFFICER.post(API + "/allocations", allocation(code, "5.00")));
        var returned = proposed("5.00", "RECEPTION");
        answers.fit(
                "post",
                "/allocations/{id}/decision",
                APPROVER.post(
                        API + "/allocations/{id}/decision",
                        Map.of("outcome", "RETURNED", "reason", "Once more"),
                        returned));
        answers.fit(
                "put",
                "/allocations/{id}",
                OFFICER.put("\"1\"", API + "/allocations/{id}", allocation(code, "6.00"), returned));
        answers.fit("get", "/allocations", OFFICER.get(API + "/allocations?limit=3"));
        var id = inForce("100.00", "RECEPTION");
        answers.fit("get", "/allocations/{id}", OFFICER.get(API + "/allocations/{id}", id));

        answers.fit(
                "post",
                "/allocations/{id}/receipts",
                OFFICER.post(API + "/allocations/{id}/receipts", receipt("1.00"), id));
        answers.fit("get", "/allocations/{id}/receipts", OFFICER.get(API + "/allocations/{id}/receipts", id));
        var confirmed = recordedReceipt(id, "1.00");
        answers.fit(
                "post",
                "/receipts/{id}/confirmation",
                ACCOUNTANT.post(API + "/receipts/{id}/confirmation", Map.of(), confirmed));
        answers.fit(
                "post",
                "/receipts/{id}/refusal",
                ACCOUNTANT.post(
                        API + "/receipts/{id}/refusal", Map.of("reason", "Not there"), recordedReceipt(id, "1.00")));
        answers.fit("get", "/receipts/{id}", OFFICER.get(API + "/receipts/{id}", confirmed));
        answers.fit("get", "/standing", OFFICER.get(API + "/standing"));
        answers.fit("get", "/returned", OFFICER.get(API + "/returned"));
        answers.fit("get", "/dates", OFFICER.get(API + "/dates?from=2022-01-01"));
        answers.fit("get", "/dates", OFFICER.get(API + "/dates?until=tomorrow"));
        answers.fit("get", "/receipts", OFFICER.get(API + "/receipts?limit=1&asOf=2021-12-31"));
        answers.fit("get", "/claims", OFFICER.get(API + "/claims?limit=1&counting=CLAIMED"));

        answers.fit(
                "post",
                "/allocations/{id}/commitments",
                OFFICER.post(API + "/allocations/{id}/commitments", commitment("RECEPTION/camp", "1.00"), id));
        answers.fit("get", "/allocations/{id}/commitments", OFFICER.get(API + "/allocations/{id}/commitments", id));
        answers.fit("get", "/commitments", OFFICER.get(API + "/commitments?limit=1"));
        var commitment = reserved(id, "RECEPTION/camp", "1.00");
        answers.fit(
                "post",
                "/commitments/{id}/decision",
                APPROVER.post(
                        API + "/commitments/{id}/decision",
                        Map.of("outcome", "RETURNED", "reason", "Once more"),
                        commitment));
        answers.fit(
                "put",
                "/commitments/{id}",
                OFFICER.put("\"1\"", API + "/commitments/{id}", commitment("RECEPTION/camp", "2.00"), commitment));
        answers.fit("get", "/commitments/{id}", OFFICER.get(API + "/commitments/{id}", commitment));

        amendments(answers, id);
        answers.fit(
                "get", "/allocations/{id}/balance", OFFICER.get(API + "/allocations/{id}/balance?asOf=2021-12-31", id));
        OFFICER.post(API + "/allocations/{id}/commitments", Funding.overriding("STAFF/guards", "1.00"), id);
        answers.fit("get", "/overrides", OFFICER.get(API + "/overrides?limit=3"));

        claims(answers);
        checklists(answers, code);
        costOptions(answers, id);
        recoveries(answers);
        for (var kind : List.of("allocations", "receipts", "commitments")) {
            var mine = kind.equals("allocations")
                    ? proposed("5.00", "RECEPTION")
                    : kind.equals("receipts") ? recordedReceipt(id, "1.00") : reserved(id, "RECEPTION/camp", "1.00");
            answers.fit(
                    "post",
                    "/" + kind + "/{id}/steps",
                    OFFICER.post(API + "/" + kind + "/{id}/steps", Map.of("step", "WITHDRAW"), mine));
        }
        var comment = AUDITOR.post(API + "/comments", comment("allocation", id, OFFICER));
        answers.fit("post", "/comments", comment);
        answers.fit("post", "/comments", OFFICER.post(API + "/comments", Map.of("text", "About what?")));
        answers.fit("get", "/comments", OFFICER.get(API + "/comments?about=" + id));
        answers.fit("get", "/comments", OFFICER.get(API + "/comments?asked=me&limit=1"));
        var asked = comment.extract().<String>path("id");
        answers.fit("get", "/comments/{id}", OFFICER.get(API + "/comments/{id}", asked));
        for (var by : List.of(VERIFIER, AUDITOR, AUDITOR)) { // refused, taken, refused
            answers.fit(
                    "post",
                    "/comments/{id}/answer",
                    by.post(API + "/comments/{id}/answer", Map.of("text", "Because"), asked));
        }
        answers.fit("get", "/persons", AUDITOR.get(API + "/persons?name=officer"));
        var gone = new Person("gone-" + UUID.randomUUID(), Role.FUNDING_OFFICER, "LT-VRM");
        gone.post(API + "/programmes", programme(unique("PRG"), "AMIF", "RECEPTION"));
        answers.fit(
                "post",
                "/persons/{id}/erasure",
                new Person("admin", Role.ADMINISTRATOR, "LT-VRM")
                        .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), gone.id()));

        for (var of : List.of("/programmes", "/allocations", "/comments", "/claims", "/checklists")) {
            answers.fit("post", of + "/validation", Validations.post(OFFICER, API + of, Map.of()));
            answers.fit("post", of + "/validation", Validations.post(OFFICER, API + of, Map.of("colour", "green")));
        }
        for (var of : List.of("/allocations/{id}/receipts", "/allocations/{id}/commitments")) {
            answers.fit("post", of + "/validation", Validations.post(OFFICER, API + of, Map.of(), id));
            answers.fit("post", of + "/validation", Validations.post(OFFICER, API + of, Map.of(), programme));
        }

        answers.fit("get", "/approvals", OFFICER.get(API + "/approvals?limit=200"));
        answers.fit("get", "/search", OFFICER.get(API + "/search?q=1"));
        answers.fit("get", "/entries", AUDITOR.get(API + "/entries?limit=200&order=desc"));
        answers.fit("get", "/entries/{position}", AUDITOR.get(API + "/entries/0"));
        answers.fitLog(AUDITOR, API);
        answers.fitChecks(AUDITOR, API);
        answers.fit("get", "/position", OFFICER.get(API + "/position"));

        answers.fit("post", "/allocations", OFFICER.post(API + "/allocations", "{}"));
        answers.fit("post", "/allocations", APPROVER.post(API + "/allocations", "{}"));
        answers.fit("post", "/allocations", OFFICER.post(API + "/allocations", "x".repeat((1 << 20) + 1)));
        answers.fit(
                "post",
                "/allocations",
                OFFICER.request()
                        .contentType("text/plain")
                        .body("x")
                        .post(API + "/allocations")
                        .then());
        answers.fit("get", "/allocations", OFFICER.get(API + "/allocations?limit=0"));
        answers.fit("get", "/allocations/{id}", OFFICER.get(API + "/allocations/{id}", programme));
        answers.fit(
                "post",
                "/receipts/{id}/confirmation",
                ACCOUNTANT.post(API + "/receipts/{id}/confirmation", Map.of(), confirmed));
        answers.fit(
                "put",
                "/commitments/{id}",
                OFFICER.put("\"9\"", API + "/commitments/{id}", commitment("RECEPTION/camp", "2.00"), commitment));

        assertEquals(Set.of(), answers.untried(), "operations that no answer was compared with");
    }

    /** What changes allocations and commitments, each with all of its operations. */
    private static void amendments(AnswersAsDocumented answers, String allocation) {
        var of = "/allocations/{id}";
        amendment(answers, of, "/amendments", "/allocation-amendments", Funding.amendment("1.00"), allocation);
        amendment(answers, of, "/decommitments", "/allocation-amendments", Funding.decommitment("1.00"), allocation);
        amendment(answers, of, "/closure", "/allocation-amendments", Funding.closure(), Funding.usedUp());
        amendment(
                answers,
                "/commitments/{id}",
                "/amendments",
                "/commitment-amendments",
                Funding.commitmentAmendment("-1.00"),
                Funding.committed(allocation, "RECEPTION/camp", "1.00"));
        answers.fit("post", of + "/closure", OFFICER.post(API + of + "/closure", Funding.closure(), allocation));
    }

    private static void amendment(
            AnswersAsDocumented answers,
            String of,
            String under,
            String room,
            Map<String, Object> terms,
            String owner) {
        answers.fit("post", of + under + "/validation", Validations.post(OFFICER, API + of + under, Map.of(), owner));
        var recorded = OFFICER.post(API + of + under, terms, owner);
        answers.fit("post", of + under, recorded);
        var id = recorded.extract().<String>path("id");
        var one = room + "/{id}";
        answers.fit("get", one, OFFICER.get(API + one, id));
        var returned = Map.of("outcome", "RETURNED", "reason", "Once more");
        answers.fit("post", one + "/decision", APPROVER.post(API + one + "/decision", returned, id));
        answers.fit("put", one, OFFICER.put("\"1\"", API + one, terms, id));
        answers.fit("post", one + "/steps", OFFICER.post(API + one + "/steps", Map.of("step", "WITHDRAW"), id));
        if (under.equals("/amendments")) {
            answers.fit("get", of + under, OFFICER.get(API + of + under, owner));
        }
    }

    /** The whole way of a claim, and the withdrawal of another. */
    private static void checklists(AnswersAsDocumented answers, String programme) {
        var terms = Checking.checklist(programme);
        answers.fit("post", "/checklists", OFFICER.post(API + "/checklists", terms));
        answers.fit("get", "/checklists", OFFICER.get(API + "/checklists?limit=1"));
        var id = Checking.proposed(programme);
        var returned = Map.of("outcome", "RETURNED", "reason", "Once more");
        answers.fit(
                "post", "/checklists/{id}/decision", APPROVER.post(API + "/checklists/{id}/decision", returned, id));
        answers.fit("put", "/checklists/{id}", OFFICER.put("\"1\"", API + "/checklists/{id}", terms, id));
        answers.fit("get", "/checklists/{id}", OFFICER.get(API + "/checklists/{id}", id));
        answers.fit(
                "post",
                "/checklists/{id}/steps",
                OFFICER.post(API + "/checklists/{id}/steps", Map.of("step", "WITHDRAW"), id));
        answers.fit("get", "/claims/{id}", OFFICER.get(API + "/claims/{id}", VerificationTest.verified()));
    }

    private static void claims(AnswersAsDocumented answers) {
        var claim = Claiming.sample(Claiming.ofUnion("0.8", "RECEPTION/camp", "100.00"), "RECEPTION/camp");
        var drafted = OFFICER.post(API + "/claims", claim);
        answers.fit("post", "/claims", drafted);
        var id = drafted.extract().<String>path("id");
        answers.fit("put", "/claims/{id}", OFFICER.put("\"0\"", API + "/claims/{id}", claim, id));
        answers.fit("get", "/claims", OFFICER.get(API + "/claims?limit=1"));
        step(answers, id, OFFICER, "submission", Map.of());
        step(answers, id, VERIFIER, "clock", Map.of("action", "STOP", "reason", "A paper is missing"));
        step(answers, id, VERIFIER, "clock", Map.of("action", "START"));
        step(answers, id, OFFICER, "withdrawal", Map.of()); // without a reason
        step(answers, id, VERIFIER, "verification", Claiming.APPROVED);
        step(answers, id, APPROVER, "authorisation", Claiming.APPROVED);
        step(answers, id, ACCOUNTANT, "payment", Claiming.PAID);
        answers.fit("get", "/claims/{id}", OFFICER.get(API + "/claims/{id}", id));
        step(answers, id, ACCOUNTANT, "steps", Map.of("step", "REVERSE", "reason", "The bank sent it back"));
        step(answers, Claiming.waiting(), OFFICER, "withdrawal", Map.of("reason", "Submitted twice"));
        answers.fit(
                "post",
                "/claims/{id}/verification/validation",
                Validations.post(VERIFIER, API + "/claims/" + id + "/verification", Claiming.APPROVED));
        answers.fit("get", "/claims/claimable", OFFICER.get(API + "/claims/claimable"));
        answers.fit("get", "/claims/claimable/commitment", OFFICER.get(API + "/claims/claimable/commitment"));
        answers.fit("get", "/double-funding", OFFICER.get(API + "/double-funding?share=0&limit=3"));
        answers.fit("get", "/double-funding", OFFICER.get(API + "/double-funding?share=much"));
        answers.fit("get", "/trace", OFFICER.get(API + "/trace?claim=" + id));
        answers.fit("get", "/trace", OFFICER.get(API + "/trace"));
    }

    private static void costOptions(AnswersAsDocumented answers, String allocation) {
        var terms = Options.unitCost(allocation, "RECEPTION/camp", "10.00", "3");
        var recorded = OFFICER.post(API + "/cost-options", terms);
        answers.fit("post", "/cost-options", recorded);
        answers.fit("post", "/cost-options/validation", Validations.post(OFFICER, API + "/cost-options", terms));
        answers.fit("get", "/cost-options", OFFICER.get(API + "/cost-options?limit=3"));
        var id = recorded.extract().<String>path("id");
        answers.fit("get", "/cost-options/{id}", OFFICER.get(API + "/cost-options/{id}", id));
        answers.fit(
                "post",
                "/cost-options/{id}/decision",
                APPROVER.post(
                        API + "/cost-options/{id}/decision", Map.of("outcome", "RETURNED", "reason", "Once more"), id));
        answers.fit("put", "/cost-options/{id}", OFFICER.put("\"1\"", API + "/cost-options/{id}", terms, id));
        answers.fit(
                "post",
                "/cost-options/{id}/steps",
                OFFICER.post(API + "/cost-options/{id}/steps", Map.of("step", "WITHDRAW"), id));
    }

    /** A recovery that comes back once and is ordered, and each of its ends. */
    private static void recoveries(AnswersAsDocumented answers) {
        var one = "/recoveries/{id}";
        var terms = Recovering.sample(Recovering.paid("RECEPTION/camp", "100.00"));
        var established = OFFICER.post(API + "/recoveries", terms);
        answers.fit("post", "/recoveries", established);
        answers.fit("post", "/recoveries", OFFICER.post(API + "/recoveries", Map.of()));
        answers.fit("post", "/recoveries/validation", Validations.post(OFFICER, API + "/recoveries", terms));
        answers.fit("get", "/recoveries", OFFICER.get(API + "/recoveries?limit=1"));
        var id = established.extract().<String>path("id");
        var returned = Map.of("outcome", "RETURNED", "reason", "Once more");
        answers.fit("post", one + "/decision", APPROVER.post(API + one + "/decision", returned, id));
        answers.fit("put", one, OFFICER.put("\"1\"", API + one, terms, id));
        answers.fit("post", one + "/steps", OFFICER.post(API + one + "/steps", Map.of("step", "WITHDRAW"), id));
        var paid = Recovering.ordered(terms);
        answers.fit("get", one, OFFICER.get(API + one, paid));
        answers.fit("post", one + "/payment", ACCOUNTANT.post(API + one + "/payment", Recovering.PAID_BACK, paid));
        var against = Map.of("claim", Recovering.authorised("RECEPTION/camp", "100.00"));
        answers.fit(
                "post", one + "/offset", ACCOUNTANT.post(API + one + "/offset", against, Recovering.ordered(terms)));
        var waiver = Map.of("reason", "It would cost more than it comes to");
        answers.fit("post", one + "/waiver", APPROVER.post(API + one + "/waiver", waiver, Recovering.ordered(terms)));
    }

    private static void step(AnswersAsDocumented answers, String id, Person by, String step, Object body) {
        answers.fit("post", "/claims/{id}/" + step, by.post(API + "/claims/{id}/" + step, body, id));
    }

    @Test
    void the_schemas_are_those_of_the_field_and_money_is_text() {
        var schemas = OpenApiDocument.schemas();
        assertTrue(schemas.keySet()
                .containsAll(List.of("Allocation", "Receipt", "Commitment", "Programme", "Entry", "Money")));
        for (var leaked :
                List.of("View", "UUID", "LocalDate", "Instant", "Kind", "Outcome", "JsonNode", "Page", "Response")) {
            assertTrue(!schemas.containsKey(leaked), leaked);
        }
        assertEquals(
                Map.of("amount", "string", "currency", "string"),
                OpenApiDocument.types("Money"),
                "money is text, and nothing else");
        assertEquals("string", OpenApiDocument.types("Allocation").get("coFinancingRate"));
    }
}
