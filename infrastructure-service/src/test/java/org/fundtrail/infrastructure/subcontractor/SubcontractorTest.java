package org.fundtrail.infrastructure.subcontractor;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.entries;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.subcontractor;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subcontractors and their owners may be natural persons: entries hold salted hashes, and the data can be erased. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class SubcontractorTest {
    private static final String OF = API + "/contracts/{id}/subcontractors";
    private static final String ONE = API + "/subcontractors/{id}";
    private static final Person ADMINISTRATOR = new Person("admin", "administrator", "LT-VRM");

    @Inject
    Time time;

    private static Map<String, Object> owned(Map<String, Object> subcontractor, String owner) {
        return with(
                subcontractor,
                "beneficialOwners",
                List.of(Map.of("name", owner, "identifier", "48001011234"), Map.of("name", "Jan " + owner)));
    }

    private static String mark() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_subcontractor_is_recorded_by_a_project_officer_with_who_owns_it_in_the_end() {
        var contract = inForce(recordedProject(), "10.00");
        var reference =
                ENGINEER.get(API + "/contracts/{id}", contract).extract().<String>path("reference");
        ENGINEER.get(API + "/contracts/{id}", contract).body("actions", hasItem("record-subcontractor"));
        var said = owned(subcontractor("60000.00"), "Ona Onaitė");
        var id = ENGINEER.post(OF, said, contract)
                .statusCode(201)
                .header("Location", containsString(API + "/subcontractors/"))
                .body("reference", equalTo(reference + "/SUB1"))
                .body("contract.id", equalTo(contract))
                .body("name", equalTo(said.get("name")))
                .body("identifier", equalTo("302417795"))
                .body("amount.amount", equalTo("60000.00"))
                .body("beneficialOwners.name", contains("Ona Onaitė", "Jan Ona Onaitė"))
                .body("beneficialOwners.identifier", contains(equalTo("48001011234"), nullValue()))
                .body("ownersMissing", is(false))
                .body("on", equalTo("2021-10-04"))
                .body("actions", empty())
                .extract()
                .<String>path("id");
        APPROVER.get(ONE, id).body("beneficialOwners.name", contains("Ona Onaitė", "Jan Ona Onaitė"));
        AUDITOR.get(API + "/entries?subject=" + id)
                .body("items[0].action", equalTo("subcontractor.recorded"))
                .body("items[0].effectiveDate", equalTo("2021-10-04"))
                .body("items[0].postings", empty());
    }

    @ParameterizedTest
    @CsvSource({"50000.00, false", "50000.01, true", "1.00, false"})
    void above_fifty_thousand_euro_it_is_stated_that_no_owner_is_said(String amount, boolean missing) {
        var contract = inForce(recordedProject(), "10.00");
        ENGINEER.post(OF, subcontractor(amount), contract).statusCode(201).body("ownersMissing", is(missing));
        ENGINEER.post(OF, owned(subcontractor(amount), "Ona"), contract)
                .statusCode(201)
                .body("ownersMissing", is(false));
        ENGINEER.get(OF, contract).body("items.ownersMissing", contains(missing, false));
    }

    @Test
    void without_a_day_it_is_one_from_today() {
        var contract = inForce(recordedProject(), "10.00");
        ENGINEER.post(OF, with(subcontractor("1.00"), "on", null), contract)
                .statusCode(201)
                .body("on", equalTo(time.today().toString()));
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static long said(String text) {
        return Books.count(
                "SELECT (SELECT count(*) FROM journal.entry WHERE position(? IN convert_from(body, 'UTF8')) > 0)"
                        + " + (SELECT count(*) FROM journal.version WHERE position(? IN facts) > 0)",
                text,
                text);
    }

    @Test
    void entries_hold_salted_hashes_by_which_anybody_who_knows_the_rows_can_check_the_names() throws Exception {
        var owner = "Jonas Jonaitis " + mark();
        var number = mark();
        var terms = with(
                with(subcontractor("60000.00"), "identifier", number),
                "beneficialOwners",
                List.of(Map.of("name", owner, "identifier", "id " + number)));
        var id = ENGINEER.post(OF, terms, inForce(recordedProject(), "10.00"))
                .extract()
                .<String>path("id");
        for (var text : List.of((String) terms.get("name"), number, owner)) {
            assertEquals(0, said(text), text);
        }
        var salt = (byte[]) Books.rows(
                        "SELECT i.salt FROM infrastructure.subcontractor_owner o JOIN journal.identity i ON i.id = o.identity_id"
                                + " WHERE o.subcontractor_id = ?::uuid",
                        id)
                .get(0)
                .get(0);
        var hash = HexFormat.of().formatHex(sha256(salt, new byte[] {1}, owner.getBytes(StandardCharsets.UTF_8)));
        AUDITOR.get(API + "/entries?subject=" + id)
                .body(
                        "items[0].changes.find { it.field == 'beneficialOwners' }.after[0].name",
                        equalTo("sha256:" + hash));
    }

    @Test
    void what_is_erased_of_it_and_of_an_owner_is_gone_everywhere_and_the_rest_stays() {
        var owner = "Ona Onaitė " + mark();
        var contract = inForce(recordedProject(), "10.00");
        var terms = owned(subcontractor("60000.00"), owner);
        var recorded = ENGINEER.post(OF, terms, contract).statusCode(201).extract();
        String id = recorded.path("id");
        for (String identity : List.<String>of(recorded.path("identityId"), recorded.path("beneficialOwners[0].id"))) {
            ADMINISTRATOR
                    .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), identity)
                    .statusCode(200);
        }
        ENGINEER.get(ONE, id)
                .body("name", nullValue())
                .body("identifier", nullValue())
                .body("beneficialOwners.name", contains(nullValue(), equalTo("Jan " + owner)))
                .body("beneficialOwners[0].identifier", nullValue())
                .body("ownersMissing", is(false))
                .body("amount.amount", equalTo("60000.00"));
        ENGINEER.get(API + "/search?q={q}", terms.get("name")).body("id", not(hasItem(id)));
        assertEquals(
                0,
                Books.count(
                        "SELECT count(*) FROM journal.request WHERE position(convert_to(?, 'UTF8') IN answer) > 0",
                        owner));
    }

    @Test
    void those_of_a_contract_are_numbered_and_listed_as_recorded_also_when_several_come_at_once() {
        var contract = inForce(recordedProject(), "10.00");
        var recorded = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> ENGINEER.post(OF, subcontractor("1.00"), contract)
                        .extract()
                        .statusCode()))
                .toList();
        recorded.forEach(answer -> assertEquals(201, answer.join()));
        var reference =
                ENGINEER.get(API + "/contracts/{id}", contract).extract().<String>path("reference");
        List<String> listed = ENGINEER.get(OF, contract).extract().path("items.reference");
        assertEquals(
                IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> reference + "/SUB" + n)
                        .toList(),
                listed.stream().sorted().toList());
        String next = ENGINEER.get(OF + "?limit=4", contract)
                .body("items.size()", is(4))
                .body("count", is(6))
                .extract()
                .path("next");
        ENGINEER.get(OF + "?limit=4&after=" + next, contract).body("items.size()", is(2));
    }

    @Test
    void it_may_be_there_before_the_contract_is_approved_but_not_of_one_that_came_to_nothing() {
        var project = recordedProject();
        var rejected = proposed(project, "10.00");
        ENGINEER.post(OF, subcontractor("1.00"), rejected).statusCode(201);
        APPROVER.post(
                        API + "/contracts/{id}/decision",
                        Map.of("outcome", "REJECTED", "reason", "Not tendered"),
                        rejected)
                .statusCode(200);
        var withdrawn = proposed(project, "10.00");
        ENGINEER.post(API + "/contracts/{id}/steps", Map.of("step", "WITHDRAW"), withdrawn)
                .statusCode(200);
        int before = entries();
        for (var contract : List.of(rejected, withdrawn)) {
            ENGINEER.post(OF, subcontractor("1.00"), contract)
                    .statusCode(409)
                    .body("code", equalTo("contract-not-in-force"));
        }
        assertEquals(before, entries());
    }

    @Test
    void nobody_of_another_institution_records_or_reads_one() {
        var contract = inForce(recordedProject(), "10.00");
        var id = ENGINEER.post(OF, subcontractor("1.00"), contract).extract().<String>path("id");
        LATVIAN_ENGINEER.post(OF, subcontractor("1.00"), contract).statusCode(404);
        LATVIAN_ENGINEER.get(OF, contract).statusCode(404);
        LATVIAN_ENGINEER.get(ONE, id).statusCode(404);
        AUDITOR.get(OF, contract).body("items.id", contains(id));
    }

    @ParameterizedTest
    @CsvSource({
        "name,          ,           required",
        "identifier,    ,           required",
        "amount,        ,           required",
        "amount.amount, 0.00,       amount-not-positive",
        "on,            2021-09-12, end-before-start",
        "on,            2090-01-01, date-in-future"
    })
    void what_is_wrong_with_a_subcontractor_is_named(String field, String value, String code) {
        var contract = inForce(recordedProject(), "10.00");
        int before = entries();
        var said = with(subcontractor("1.00"), field, value);
        refused(ENGINEER.post(OF, said, contract), 400, code, field.startsWith("amount") ? "amount" : field);
        assertEquals(before, entries());
    }

    @Test
    void an_owner_without_a_name_is_named_by_its_row() {
        var contract = inForce(recordedProject(), "10.00");
        var said = with(
                subcontractor("60000.00"),
                "beneficialOwners",
                List.of(Map.of("name", "Ona"), Map.of("identifier", "48001011234")));
        refused(ENGINEER.post(OF, said, contract), 400, "required", "beneficialOwners[1].name");
    }

    @Test
    void it_is_found_by_its_name_identifier_reference_and_amount() {
        var contract = inForce(recordedProject(), "10.00");
        var number = mark();
        var cents = 1_000_000_00 + Math.abs(UUID.randomUUID().hashCode() % 100_000_000);
        var amount = cents / 100 + "." + String.format("%02d", cents % 100);
        var said = with(with(subcontractor(amount), "identifier", number), "name", "Vielų Šiauliai " + mark());
        var recorded = ENGINEER.post(OF, said, contract).statusCode(201).extract();
        String id = recorded.path("id");
        for (var text : List.of(
                ((String) said.get("name")).replace("ų", "u").replace("Š", "s"),
                number,
                recorded.<String>path("reference"),
                amount)) {
            ENGINEER.get(API + "/search?q={q}", text).statusCode(200).body("id", hasItem(id));
        }
        ENGINEER.get(API + "/search?q={q}", number)
                .body("[0].type", equalTo("subcontractor"))
                .body("[0].party", equalTo(said.get("name")))
                .body("[0].parent.id", equalTo(contract));
    }
}
