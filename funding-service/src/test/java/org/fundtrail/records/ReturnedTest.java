package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;

/** Whoever recorded something hears when it comes back. */
@QuarkusTest
class ReturnedTest {
    private static Person somebody() {
        return new Person("author-" + UUID.randomUUID(), Role.FUNDING_OFFICER, "LT-VRM");
    }

    private static String recorded(Person author) {
        return author.post(API + "/allocations", allocation(recordedProgramme("RECEPTION"), "5.00"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void decided(String allocation, String outcome) {
        APPROVER.post(
                        API + "/allocations/{id}/decision",
                        Map.of("outcome", outcome, "reason", "The amount is wrong"),
                        allocation)
                .statusCode(200);
    }

    @Test
    void what_was_returned_stands_there_with_the_reason_until_it_is_withdrawn() {
        var author = somebody();
        var id = recorded(author);
        author.get(API + "/returned").statusCode(200).body("", empty());
        decided(id, "RETURNED");
        author.get(API + "/returned")
                .body("id", contains(id))
                .body("[0].type", is("allocation"))
                .body("[0].status", is("RETURNED"))
                .body("[0].reason", is("The amount is wrong"))
                .body("[0].by.name", is("Name of approver"))
                .body("[0].amount.amount", is("5.00"))
                .body("[0].mayChange", is(true));
        somebody().get(API + "/returned").body("", empty());
        APPROVER.get(API + "/returned").statusCode(200);
        author.post(API + "/allocations/{id}/steps", Map.of("step", "WITHDRAW", "reason", "Not needed"), id)
                .statusCode(200);
        author.get(API + "/returned").body("", empty());
    }

    private static void counted(int returned, Person of) {
        of.get(API + "/standing").statusCode(200).body("returned", is(returned));
    }

    @Test
    void what_came_back_is_counted_for_whoever_can_change_it_until_that_is_done() {
        var author = somebody();
        counted(0, author);
        var id = recorded(author);
        decided(id, "RETURNED");
        var refused = recorded(author);
        decided(refused, "REJECTED");
        counted(1, author);
        counted(0, somebody());
        counted(0, new Person(author.subject(), Role.ACCOUNTANT, "LT-VRM"));
        counted(0, new Person("reader-" + UUID.randomUUID(), Role.FUNDING_OFFICER, "LT-VRM"));
        author.put("\"1\"", API + "/allocations/{id}", allocation(recordedProgramme("RECEPTION"), "4.00"), id)
                .statusCode(200);
        counted(0, author);
    }

    @Test
    void what_was_refused_is_told_for_thirty_days() {
        var author = somebody();
        var id = recorded(author);
        decided(id, "REJECTED");
        var allocation = inForce("100.00", "STAFF");
        var receipt = author.post(API + "/allocations/{id}/receipts", receipt("1.00"), allocation)
                .statusCode(201)
                .extract()
                .<String>path("id");
        ACCOUNTANT
                .post(API + "/receipts/{id}/refusal", Map.of("reason", "Not on the account"), receipt)
                .statusCode(200);
        author.get(API + "/returned")
                .body("id", contains(receipt, id))
                .body("mayChange", contains(false, false))
                .body("[0].parent.id", is(allocation));
        Clock.ahead(Duration.ofDays(29), () -> author.get(API + "/returned").body("id", contains(receipt, id)));
        Clock.ahead(Duration.ofDays(31), () -> author.get(API + "/returned").body("", empty()));
    }
}
