package org.fundtrail.infrastructure.contract;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_APPROVER;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.baseline;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.entries;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedProjectOf;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ContractTest {
    private static final Map<String, String> APPROVE = Map.of("outcome", "APPROVED");
    private static final Object NO_JSON = "{not json";

    @Test
    void contracts_that_counted_by_a_day_add_up_to_what_was_contracted_then() {
        var project = recordedProject();
        var signed = inForce(project, "100.00"); // 121.00 with VAT
        var waiting = proposed(project, "5.00");
        String day = ENGINEER.get(API + "/contracts/{id}", signed).extract().path("signedOn");
        for (var asOf : List.of(
                LocalDate.parse(day).minusDays(1).toString(),
                day,
                LocalDate.now(ZoneId.of("Europe/Vilnius")).toString())) {
            var pages = whole("/contracts?limit=200&asOf=" + asOf);
            var page = pages.get(0);
            var sum = pages.stream()
                    .flatMap(one -> one.<String>getList("items.counted.amount").stream())
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var contracted = ENGINEER
                    .get(API + "/position?asOf=" + asOf)
                    .extract()
                    .jsonPath()
                    .<String>getList("projects.contracted.amount")
                    .stream()
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, contracted.compareTo(sum), asOf);
            assertEquals(0, contracted.compareTo(new BigDecimal(page.getString("total.amount"))), asOf);
            var ids = pages.stream()
                    .flatMap(one -> one.getList("items.id").stream())
                    .toList();
            assertEquals(ids.size(), page.getInt("count"));
            assertEquals(!asOf.equals(LocalDate.parse(day).minusDays(1).toString()), ids.contains(signed), asOf);
            assertEquals(false, ids.contains(waiting));
        }
    }

    /** All pages of a list. */
    private static List<JsonPath> whole(String list) {
        var pages = new ArrayList<JsonPath>();
        for (String next = null; pages.isEmpty() || next != null; ) {
            var address = API + list + (next == null ? "" : "&after=" + next);
            pages.add(ENGINEER.get(address).statusCode(200).extract().jsonPath());
            next = pages.get(pages.size() - 1).getString("next");
        }
        return pages;
    }

    @Test
    void contracts_of_one_project_or_works_programme_have_the_total_that_the_books_keep_for_it() {
        var works = recordedWorks();
        var project = recordedProjectOf(works);
        inForce(project, "100.00"); // 121.00 with VAT
        proposed(project, "5.00");
        inForce(recordedProjectOf(works), "10.00");
        inForce(recordedProject(), "1.00");
        String reference =
                ENGINEER.get(API + "/projects/{id}", project).extract().path("reference");
        Map.of(
                        "/contracts?project=" + project, "121.00",
                        "/contracts?project=" + reference, "121.00",
                        "/projects/" + project + "/contracts?limit=100", "121.00",
                        "/contracts?worksProgramme=" + works, "133.10",
                        "/contracts?worksProgramme=" + works + "&project=" + project, "121.00")
                .forEach((list, total) -> {
                    ENGINEER.get(API + list + "&asOf=2021-09-12").body("total.amount", equalTo("0.00"));
                    ENGINEER.get(API + list + "&asOf=2021-09-13")
                            .body("total.amount", equalTo(total))
                            .body("recorded", notNullValue());
                    ENGINEER.get(API + list)
                            .body("total", nullValue())
                            .body("recorded", nullValue())
                            .body("items.size()", greaterThan(1));
                });
        ENGINEER.get(API + "/contracts?project=" + project + "&q=tetas&asOf=2021-09-13")
                .body("count", equalTo(1))
                .body("total", nullValue());
    }

    @Test
    void a_contract_is_recorded_by_a_project_officer_and_approved_by_somebody_else() {
        var project = recordedProject();
        var id = ENGINEER.post(API + "/projects/{id}/contracts", contract("30000000.00"), project)
                .statusCode(201)
                .header("Location", containsString(API + "/contracts/"))
                .body("status", equalTo("PROPOSED"))
                .body("net.amount", equalTo("30000000.00"))
                .body("vat.amount", equalTo("6300000.00"))
                .body("gross.amount", equalTo("36300000.00"))
                .body("vatRate", equalTo("0.21"))
                .body("contractor.identifier", equalTo("300513148"))
                .body("project.id", equalTo(project))
                .body("ownRecord", is(true))
                .body("actions", contains("withdraw"))
                .extract()
                .<String>path("id");
        ENGINEER.get(API + "/projects/{id}", project).body("contracted.amount", equalTo("0.00"));

        APPROVER.get(API + "/contracts/{id}", id)
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("actions", contains("decide"));
        APPROVER.post(API + "/contracts/{id}/decision", APPROVE, id)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("APPROVED"))
                .body("decidedBy.name", equalTo("Name of approver"));

        ENGINEER.get(API + "/projects/{id}", project).body("contracted.amount", equalTo("36300000.00"));
        ENGINEER.get(API + "/projects/{id}/contracts", project).body("items.id", contains(id));
        AUDITOR.get(API + "/entries?subject={id}&action=contract.", project)
                .body("items.action", contains("contract.recorded", "contract.approved"))
                .body("items.effectiveDate", contains("2021-09-13", "2021-09-13"))
                .body("items[0].postings", empty())
                .body("items[1].postings[0].debit", startsWith("SIGNED/" + id + "/" + project))
                .body("items[1].postings[0].credit", startsWith("CONTRACTED/" + id + "/" + project))
                .body("items[1].postings[0].amount.amount", equalTo("30000000.00"))
                .body("items[1].postings[1].credit", startsWith("CONTRACTED_VAT/" + id + "/" + project))
                .body("items[1].postings[1].amount.amount", equalTo("6300000.00"))
                .body("items[1].changes.find { it.field == 'status' }.before", equalTo("PROPOSED"));
    }

    @Test
    void what_is_contracted_above_the_baseline_is_stated_and_not_refused() {
        var project = recordedProject();
        inForce(project, "100.00");
        ENGINEER.get(API + "/projects/{id}", project).body("overrun", nullValue());

        baseline("/projects/" + project, estimate("150.00", "GROSS", "2021-08-23"));
        ENGINEER.get(API + "/projects/{id}", project)
                .body("contracted.amount", equalTo("121.00"))
                .body("overrun", nullValue());

        var second = proposed(project, "100.00");
        APPROVER.get(API + "/contracts/{id}", second).body("overrun.amount", equalTo("92.00"));
        ENGINEER.get(API + "/projects/{id}", project).body("overrun", nullValue());
        APPROVER.post(API + "/contracts/{id}/decision", APPROVE, second).statusCode(200);
        ENGINEER.get(API + "/projects/{id}", project)
                .body("contracted.amount", equalTo("242.00"))
                .body("overrun.amount", equalTo("92.00"));
        var reference = ENGINEER.get(API + "/projects/{id}", project).extract().<String>path("reference");
        ENGINEER.get(API + "/projects?reference={r}", reference).body("items[0].overrun.amount", equalTo("92.00"));
    }

    @Test
    void whoever_recorded_or_changed_a_contract_does_not_decide_on_it() {
        var id = proposed(recordedProject(), "10.00");
        var both = new Person("engineer", Role.APPROVER, "LT-VRM");
        int before = entries();
        both.get(API + "/contracts/{id}", id).body("ownRecord", is(true)).body("actions", empty());
        both.post(API + "/contracts/{id}/decision", APPROVE, id).statusCode(403).body("code", equalTo("own-record"));
        assertEquals(before, entries());
        APPROVER.get(API + "/contracts/{id}", id).body("status", equalTo("PROPOSED"));
    }

    @Test
    void what_was_returned_is_changed_by_a_second_officer_and_approved_by_a_third_person() {
        var project = recordedProject();
        var id = proposed(project, "10.00");
        refused(
                APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "RETURNED"), id),
                400,
                "reason-required",
                "reason");
        APPROVER.post(
                        API + "/contracts/{id}/decision",
                        Map.of("outcome", "RETURNED", "reason", "The annex is missing"),
                        id)
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("reason", equalTo("The annex is missing"));
        INSPECTOR.get(API + "/contracts/{id}", id).body("actions", contains("change"));

        INSPECTOR
                .put("\"0\"", API + "/contracts/{id}", contract("20.00"), id)
                .statusCode(412)
                .body("code", equalTo("stale"));
        INSPECTOR
                .request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(contract("20.00"))
                .put(API + "/contracts/{id}", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("if-match-missing"));
        INSPECTOR
                .put("\"1\"", API + "/contracts/{id}", contract("20.00"), id)
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body("gross.amount", equalTo("24.20"))
                .body("decidedBy", nullValue());

        for (var author : List.of("engineer", "inspector")) {
            new Person(author, Role.APPROVER, "LT-VRM")
                    .post(API + "/contracts/{id}/decision", APPROVE, id)
                    .statusCode(403)
                    .body("code", equalTo("own-record"));
        }
        APPROVER.post(API + "/contracts/{id}/decision", APPROVE, id).statusCode(200);
        ENGINEER.get(API + "/projects/{id}", project).body("contracted.amount", equalTo("24.20"));
        AUDITOR.get(API + "/entries?subject={id}", id)
                .body(
                        "items.action",
                        contains("contract.recorded", "contract.returned", "contract.changed", "contract.approved"))
                .body("items[2].changes.find { it.field == 'net' }.before", equalTo("10.00"))
                .body("items[2].changes.find { it.field == 'net' }.after", equalTo("20.00"));
    }

    @Test
    void a_rejected_contract_stays_rejected_and_counts_for_nothing() {
        var project = recordedProject();
        var id = proposed(project, "10.00");
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "REJECTED", "reason", "Not tendered"), id)
                .statusCode(200);
        int before = entries();
        APPROVER.post(API + "/contracts/{id}/decision", APPROVE, id)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        ENGINEER.put("\"1\"", API + "/contracts/{id}", contract("1.00"), id)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        assertEquals(before, entries());
        ENGINEER.get(API + "/projects/{id}", project).body("contracted.amount", equalTo("0.00"));
    }

    @Test
    void what_is_proposed_or_approved_cannot_be_changed() {
        var id = proposed(recordedProject(), "10.00");
        ENGINEER.put("\"0\"", API + "/contracts/{id}", contract("1.00"), id)
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        APPROVER.post(API + "/contracts/{id}/decision", APPROVE, id).statusCode(200);
        ENGINEER.put("\"1\"", API + "/contracts/{id}", contract("1.00"), id).statusCode(409);
    }

    @Test
    void a_decision_on_an_older_version_is_refused() {
        var id = proposed(recordedProject(), "10.00");
        APPROVER.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"7\"")
                .body(APPROVE)
                .post(API + "/contracts/{id}/decision", id)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"));
        APPROVER.get(API + "/contracts/{id}", id).body("status", equalTo("PROPOSED"));
    }

    @ParameterizedTest
    @CsvSource({
        "reference,             , required",
        "contractor,            , required",
        "contractor.name,       , required",
        "contractor.identifier, , required",
        "contractor.identifier, 123456789012345678901234567890123456789012345678901, too-long",
        "net,                   , required",
        "net,                   30, amount-malformed",
        "net.amount,            -1.00, amount-not-positive",
        "net.amount,            0.00, amount-not-positive",
        "net.amount,            1.001, amount-malformed",
        "net.amount,            99999999999999999.00, amount-too-large",
        "net.currency,          EURO, currency-unknown",
        "net.currency,          USD, currency-not-kept",
        "vatRate,               , required",
        "vatRate,               1.5, rate-malformed",
        "vatRate,               -0.21, rate-malformed",
        "vatRate,               21, rate-malformed",
        "signedOn,              , required",
        "signedOn,              2021-9-13, date-malformed",
        "signedOn,              2099-01-01, date-in-future",
        "dueOn,                 , required",
        "dueOn,                 2021-09-12, end-before-start",
        "dueOn,                 3021-09-12, date-out-of-range",
        "colour,                green, unknown-field"
    })
    void what_is_wrong_with_a_contract_is_named(String field, String value, String code) {
        var project = recordedProject();
        int before = entries();
        var body = with(contract("10.00"), field, value);
        var named = field.startsWith("net") ? "net" : field.equals("contractor") ? "contractor.name" : field;
        refused(ENGINEER.post(API + "/projects/{id}/contracts", body, project), 400, code, named);
        assertEquals(before, entries());
    }

    @Test
    void amounts_and_rates_are_text() {
        var path = API + "/projects/" + recordedProject() + "/contracts";
        refused(ENGINEER.post(path, with(contract("1.00"), "net.amount", 30)), 400, "amount-malformed", "net");
        refused(ENGINEER.post(path, with(contract("1.00"), "vatRate", 0.21)), 400, "rate-malformed", "vatRate");
        ENGINEER.post(path, "{\"net\": {\"amount\": }}").statusCode(400).body("code", equalTo("malformed-json"));
    }

    @Test
    void a_contract_may_be_due_on_the_day_it_is_signed_which_may_be_today() {
        var today = LocalDate.now(ZoneId.of("Europe/Vilnius")).toString();
        var body = with(with(contract("10.00"), "signedOn", today), "dueOn", today);
        ENGINEER.post(API + "/projects/{id}/contracts", body, recordedProject()).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"0.50, 0.21, 0.11", "0.50, 0.19, 0.10", "100.00, 0, 0.00", "100.00, 1, 100.00", "33.33, 0.055555, 1.85"
    })
    void vat_is_rounded_half_up_to_the_cent(String net, String rate, String vat) {
        var body = with(with(contract("1.00"), "net", eur(net)), "vatRate", rate);
        ENGINEER.post(API + "/projects/{id}/contracts", body, recordedProject())
                .statusCode(201)
                .body("vat.amount", equalTo(vat))
                .body("vatRate", equalTo(rate));
    }

    @Test
    void a_second_contract_of_the_same_reference_is_refused_also_by_a_change() {
        var project = recordedProject();
        var body = contract("10.00");
        ENGINEER.post(API + "/projects/{id}/contracts", body, project).statusCode(201);
        int before = entries();
        refused(
                ENGINEER.post(API + "/projects/{id}/contracts", body, project),
                409,
                "contract-reference-taken",
                "reference");
        assertEquals(before, entries());

        var other = proposed(project, "10.00");
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "RETURNED", "reason", "Typing error"), other)
                .statusCode(200);
        refused(
                ENGINEER.put("\"1\"", API + "/contracts/{id}", body, other),
                409,
                "contract-reference-taken",
                "reference");
    }

    @Test
    void roles_are_checked_before_the_body_is_read() {
        var project = recordedProject();
        var id = proposed(project, "10.00");
        for (var other : List.of(OFFICER, APPROVER, ACCOUNTANT, AUDITOR)) {
            other.post(API + "/projects/{id}/contracts", NO_JSON, project)
                    .statusCode(403)
                    .body("code", equalTo("not-allowed"));
            other.put("\"0\"", API + "/contracts/{id}", NO_JSON, id).statusCode(403);
        }
        for (var other : List.of(OFFICER, INSPECTOR, ACCOUNTANT, AUDITOR)) {
            other.post(API + "/contracts/{id}/decision", NO_JSON, id)
                    .statusCode(403)
                    .body("code", equalTo("not-allowed"));
        }
    }

    @Test
    void another_institutions_contract_is_as_good_as_absent() {
        var project = recordedProject();
        var id = proposed(project, "10.00");
        LATVIAN_ENGINEER.get(API + "/contracts/{id}", id).statusCode(404);
        LATVIAN_ENGINEER.get(API + "/projects/{id}/contracts", project).statusCode(404);
        LATVIAN_ENGINEER
                .post(API + "/projects/{id}/contracts", contract("1.00"), project)
                .statusCode(404);
        LATVIAN_APPROVER.post(API + "/contracts/{id}/decision", APPROVE, id).statusCode(404);
        LATVIAN_ENGINEER.get(API + "/contracts?limit=200").body("items.id", not(hasItem(id)));
        AUDITOR.get(API + "/contracts/{id}", id).statusCode(200);
        ENGINEER.get(API + "/contracts/{id}", UUID.randomUUID()).statusCode(404);
        ENGINEER.post(API + "/projects/{id}/contracts", contract("1.00"), UUID.randomUUID())
                .statusCode(404);
    }

    @Test
    void a_repeated_decision_takes_effect_once() {
        var project = recordedProject();
        var id = proposed(project, "10.00");
        var key = UUID.randomUUID().toString();
        var first = APPROVER.post(key, API + "/contracts/{id}/decision", APPROVE, id)
                .statusCode(200)
                .extract()
                .asString();
        int before = entries();
        var again = APPROVER.post(key, API + "/contracts/{id}/decision", APPROVE, id)
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(first, again);
        assertEquals(before, entries());
        ENGINEER.get(API + "/projects/{id}", project).body("contracted.amount", equalTo("12.10"));
        APPROVER.post(key, API + "/contracts/{id}/decision", Map.of("outcome", "REJECTED", "reason", "x"), id)
                .statusCode(422);
    }

    @Test
    void of_many_who_decide_at_once_one_does() throws Exception {
        var project = recordedProject();
        var id = proposed(project, "10.00");
        var statuses = new ArrayList<Integer>();
        var pool = Executors.newFixedThreadPool(16);
        try {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 16; i++) {
                running.add(pool.submit(() -> APPROVER.post(API + "/contracts/{id}/decision", APPROVE, id)
                        .extract()
                        .statusCode()));
            }
            for (var one : running) {
                statuses.add(one.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(1, statuses.stream().filter(s -> s == 200).count(), statuses.toString());
        assertEquals(15, statuses.stream().filter(s -> s == 409).count(), statuses.toString());
        ENGINEER.get(API + "/projects/{id}", project).body("contracted.amount", equalTo("12.10"));
    }

    @Test
    void contracts_are_listed_with_filters_pages_and_as_csv() {
        var project = recordedProject();
        var first = inForce(project, "10.00");
        var second = proposed(project, "30.00");
        var third = proposed(project, "20.00");
        var reference = ENGINEER.get(API + "/projects/{id}", project).extract().<String>path("reference");

        ENGINEER.get(API + "/contracts?project={p}&sort=recordedAt", project)
                .body("items.id", contains(first, second, third));
        ENGINEER.get(API + "/contracts?project={p}&sort=-gross", reference)
                .body("items.id", contains(second, third, first));
        String own = ENGINEER.get(API + "/contracts/{id}", first).extract().path("reference");
        ENGINEER.get(API + "/contracts?reference={r}", own).body("items.id", contains(first));
        ENGINEER.get(API + "/contracts?reference={r}", own.substring(1)).body("items", empty());
        ENGINEER.get(API + "/contracts?project={p}&status=APPROVED", project).body("items.id", contains(first));
        ENGINEER.get(API + "/contracts?project={p}&q=tetas&status=PROPOSED&sort=gross", project)
                .body("items.id", contains(third, second));
        var next = ENGINEER.get(API + "/contracts?project={p}&sort=-gross&limit=2", project)
                .body("items.id", contains(second, third))
                .extract()
                .<String>path("next");
        ENGINEER.get(API + "/contracts?project={p}&sort=-gross&limit=2&after={a}", project, next)
                .body("items.id", contains(first))
                .body("next", nullValue());
        refused(ENGINEER.get(API + "/contracts?status=SIGNED"), 400, "unknown-value", "status");

        var csv = ENGINEER.get(API + "/contracts?project={p}&format=csv&sort=recordedAt", project)
                .statusCode(200)
                .extract()
                .asString()
                .split("\r?\n");
        assertEquals(4, csv.length);
        assertThat(
                csv[1],
                allOf(containsString(
                        "\"10.00\",\"0.21\",\"2.10\",\"12.10\",\"EUR\",\"2021-09-13\",\"2022-04-30\",\"APPROVED\",")));
    }
}
