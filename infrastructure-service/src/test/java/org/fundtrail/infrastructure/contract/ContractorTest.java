package org.fundtrail.infrastructure.contract;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** A contractor may be a natural person: entries hold salted hashes, and the data can be erased. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ContractorTest {
    private static final Person ADMINISTRATOR = new Person("admin", "administrator", "LT-VRM");

    private static String recorded(String name) {
        return ENGINEER.post(
                        API + "/projects/{id}/contracts",
                        with(with(contract("10.00"), "contractor.name", name), "contractor.identifier", "38001011234"),
                        recordedProject())
                .statusCode(201)
                .body("contractor.name", equalTo(name))
                .extract()
                .path("id");
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    @Test
    void an_entry_holds_a_salted_hash_by_which_anybody_who_knows_the_row_can_check_the_name() throws Exception {
        var name = "Jonas Jonaitis " + UUID.randomUUID();
        var id = recorded(name);
        assertEquals(
                0,
                Books.count(
                        "SELECT count(*) FROM journal.entry WHERE position(? IN convert_from(body, 'UTF8')) > 0",
                        name));
        assertEquals(
                0,
                Books.count(
                        "SELECT count(*) FROM journal.version WHERE position(? IN facts) > 0 OR position('38001011234' IN facts) > 0",
                        name));
        var row = Books.rows(
                        "SELECT i.salt FROM infrastructure.contract c JOIN journal.identity i ON i.id = c.contractor_id WHERE c.id = ?::uuid",
                        id)
                .get(0);
        var expected = "sha256:"
                + HexFormat.of()
                        .formatHex(sha256((byte[]) row.get(0), new byte[] {1}, name.getBytes(StandardCharsets.UTF_8)));
        AUDITOR.get(API + "/entries?subject=" + id)
                .body("items[0].changes.find { it.field == 'contractor.name' }.after", equalTo(expected));
    }

    @Test
    void what_is_erased_is_gone_from_pages_lists_and_answers_and_the_contract_stays() {
        var name = "Ona Onaitė " + UUID.randomUUID();
        var id = recorded(name);
        ENGINEER.get(API + "/contracts?q={q}", name).body("items.id", contains(id));
        var contractor = ENGINEER.get(API + "/contracts/{id}", id).extract().<String>path("contractor.id");
        ENGINEER.post(API + "/persons/{id}/erasure", Map.of("reason", "x"), contractor)
                .statusCode(403);
        ADMINISTRATOR
                .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), contractor)
                .statusCode(200);
        ENGINEER.get(API + "/contracts/{id}", id)
                .body("contractor.id", equalTo(contractor))
                .body("contractor.name", nullValue())
                .body("contractor.identifier", nullValue())
                .body("net.amount", equalTo("10.00"));
        ENGINEER.get(API + "/contracts?q={q}", name).body("items", empty());
        assertEquals(
                0,
                Books.count(
                        "SELECT count(*) FROM journal.request WHERE position(convert_to(?, 'UTF8') IN answer) > 0",
                        name));
        AUDITOR.get(API + "/entries?action=identity.erased&order=desc&limit=1")
                .body("items[0].subject.id", equalTo(contractor))
                .body("items[0].reason", equalTo("Asked for it"));
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
    }

    @Test
    void a_contractor_who_stays_the_same_keeps_its_row_and_another_one_gets_another() {
        var id = recorded("First " + UUID.randomUUID());
        var first = ENGINEER.get(API + "/contracts/{id}", id).extract().jsonPath();
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "RETURNED", "reason", "x"), id);
        ENGINEER.put(
                        "\"1\"",
                        API + "/contracts/{id}",
                        with(
                                with(contract("11.00"), "contractor.name", first.getString("contractor.name")),
                                "contractor.identifier",
                                "38001011234"),
                        id)
                .statusCode(200)
                .body("contractor.id", equalTo(first.getString("contractor.id")));
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "RETURNED", "reason", "x"), id);
        var second = ENGINEER.put("\"3\"", API + "/contracts/{id}", contract("11.00"), id)
                .statusCode(200)
                .extract()
                .<String>path("contractor.id");
        assertNotEquals(first.getString("contractor.id"), second);
        assertTrue(Books.count("SELECT count(*) FROM journal.identity WHERE id = ?::uuid AND erased_at IS NULL", second)
                == 1);
    }
}
