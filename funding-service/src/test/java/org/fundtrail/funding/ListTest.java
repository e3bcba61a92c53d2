package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.VERIFIER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.fundtrail.common.Xlsx;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.fundtrail.records.AnswerFields;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in the order that was asked for, page by page, with nothing twice and nothing missed. */
@QuarkusTest
class ListTest {
    /** 25 allocations of a programme of their own; equal dates and amounts, so that only the id tells some apart. */
    private static String programme;

    @BeforeEach
    void record() {
        if (programme != null) {
            return;
        }
        programme = unique("LIST");
        OFFICER.post(API + "/programmes", programme(programme, "ISF", "STAFF")).statusCode(201);
        for (int n = 0; n < 25; n++) {
            var body = with(
                    with(allocation(programme, (n % 4) + "1.00"), "decision.date", "2021-0" + (1 + n % 3) + "-01"),
                    "reference",
                    unique(n % 2 == 0 ? "LÄ" : "la"));
            OFFICER.post(API + "/allocations", n == 7 ? with(body, "purpose", "=HYPERLINK(\"x\")") : body)
                    .statusCode(201);
        }
    }

    private static List<Map<String, Object>> all(String query, int limit) {
        var found = new ArrayList<Map<String, Object>>();
        String next = null;
        do {
            var page = OFFICER.get(API + query + "&limit=" + limit + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract();
            List<Map<String, Object>> items = page.path("items");
            assertEquals(items.isEmpty() ? null : (Object) (found.size() + 1), page.<Object>path("first"));
            assertTrue(items.size() == limit || page.path("next") == null, "a page is full but the last");
            found.addAll(items);
            next = page.path("next");
        } while (next != null);
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"recordedAt", "reference", "amount", "decisionDate"})
    void paging_shows_every_row_once_in_every_order(String sort) {
        Comparator<Map<String, Object>> by = switch (sort) {
            case "amount" ->
                Comparator.comparing(a -> new BigDecimal((String) ((Map<?, ?>) a.get("amount")).get("amount")));
            case "decisionDate" -> Comparator.comparing(a -> (String) ((Map<?, ?>) a.get("decision")).get("date"));
            case "recordedAt" -> Comparator.comparing(a -> java.time.Instant.parse((String) a.get("recordedAt")));
            default -> null; // the database's collation orders text
        };
        var query = "/allocations?programme=" + programme + "&sort=";
        var up = all(query + sort, 4);
        var down = all(query + "-" + sort, 7);
        assertEquals(25, up.stream().map(a -> a.get("id")).distinct().count());
        assertEquals(25, up.size());
        var reversed = new ArrayList<>(down);
        Collections.reverse(reversed);
        assertEquals(
                up.stream().map(a -> a.get("id")).toList(),
                reversed.stream().map(a -> a.get("id")).toList());
        if (by != null) {
            assertEquals(up.stream().sorted(by).toList(), up);
        }
        assertEquals(up, all(query + sort, 25));
        assertEquals(up, all(query + sort, 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recordedAt", "-reference", "amount", "-decisionDate"})
    void every_page_leads_to_the_one_before_it_and_keeps_its_place(String sort) {
        var query = API + "/allocations?limit=10&programme=" + programme + "&sort=" + sort;
        var first = OFFICER.get(query).body("previous", nullValue()).extract().jsonPath();
        var second = OFFICER.get(query + "&after=" + first.getString("next"))
                .extract()
                .jsonPath();
        var third = OFFICER.get(query + "&after=" + second.getString("next"))
                .body("next", nullValue())
                .extract()
                .jsonPath();
        var back = OFFICER.get(query + "&after=" + third.getString("previous"))
                .body("first", is(11))
                .body("count", is(25))
                .body("items.id", is(second.getList("items.id")))
                .extract()
                .jsonPath();
        OFFICER.get(query + "&after=" + back.getString("next")).body("items.id", is(third.getList("items.id")));
        OFFICER.get(query + "&after=" + back.getString("previous"))
                .body("first", is(1))
                .body("previous", nullValue())
                .body("items.id", is(first.getList("items.id")));
        OFFICER.get(query.replace("=10", "=4") + "&after=" + second.getString("previous"))
                .body("first", is(7))
                .body("items.id", is(first.getList("items.id").subList(6, 10)));
    }

    @Test
    void the_first_page_says_how_many_there_are_and_what_they_come_to() {
        var first = OFFICER.get(API + "/allocations?limit=10&programme=" + programme)
                .body("count", is(25))
                .body("sums.amount.amount", is("385.00"))
                .body("sums.amount.currency", is("EUR"));
        OFFICER.get(API + "/allocations?limit=10&programme=" + programme + "&after="
                        + first.extract().path("next"))
                .body("first", is(11))
                .body("count", is(25))
                .body("sums", nullValue());
        OFFICER.get(API + "/allocations?to=2021-01-31&programme=" + programme)
                .body("count", is(9))
                .body("sums.amount.amount", is("129.00"));
        OFFICER.get(API + "/allocations?q=nobody+wrote+this&programme=" + programme)
                .body("first", nullValue())
                .body("count", is(0))
                .body("sums.amount.amount", is("0.00"));
    }

    @Test
    void as_of_a_day_there_is_what_counted_and_no_sum_of_what_was_recorded() {
        OFFICER.get(API + "/allocations?asOf=2021-12-31&programme=" + programme)
                .body("total.amount", is("0.00"))
                .body("sums", nullValue());
    }

    @Test
    void receipts_and_commitments_come_in_the_order_of_their_amounts_with_their_sum_and_as_files() {
        var allocation = inForce("100.00", "STAFF");
        for (var amount : List.of("3.00", "1.00", "2.00")) {
            recordedReceipt(allocation, amount);
            Funding.reserved(allocation, "STAFF/1", amount);
        }
        for (var list : List.of("receipts", "commitments")) {
            OFFICER.get(API + "/allocations/" + allocation + "/" + list + "?sort=-amount")
                    .body("items.amount.amount", contains("3.00", "2.00", "1.00"))
                    .body("sums.amount.amount", is("6.00"));
            var rows = OFFICER.request()
                    .accept("text/csv")
                    .get(API + "/" + list + "?sort=-amount")
                    .asString()
                    .lines()
                    .toList();
            assertTrue(rows.get(0).contains("\"amount\",\"currency\""), rows.get(0));
            assertTrue(rows.stream().anyMatch(row -> row.contains("\"3.00\",\"EUR\"")), rows.toString());
        }
    }

    @Test
    void a_page_of_long_records_is_shorter_and_goes_on() {
        var own = unique("LONG");
        OFFICER.post(API + "/programmes", programme(own, "ISF", "STAFF")).statusCode(201);
        var sources = Collections.nCopies(20, Map.of("title", "Of many", "statement", "x".repeat(1900)));
        for (int n = 0; n < 60; n++) {
            OFFICER.post(API + "/allocations", with(allocation(own, "1.00"), "sources", sources))
                    .statusCode(201);
        }
        var first = AnswerFields.of(OFFICER.get(API + "/allocations?limit=200&programme=" + own));
        assertEquals(60, first.get("count"));
        int size = ((List<?>) first.get("items")).size();
        assertTrue(size < 60, "a page of " + size);
        for (var sort : List.of("-recordedAt", "reference")) {
            var ids = new ArrayList<String>();
            String next = null;
            do {
                var page = AnswerFields.of(OFFICER.get(API + "/allocations?limit=200&sort=" + sort + "&programme=" + own
                        + (next == null ? "" : "&after=" + next)));
                ((List<?>) page.get("items")).forEach(item -> ids.add((String) ((Map<?, ?>) item).get("id")));
                next = (String) page.get("next");
            } while (next != null);
            assertEquals(60, ids.size());
            assertEquals(60, ids.stream().distinct().count());
        }
    }

    @Test
    void a_list_is_filtered_by_all_that_was_asked() {
        var query = API + "/allocations?limit=200&programme=" + programme;
        assertEquals(
                25, OFFICER.get(query).extract().jsonPath().getList("items").size());
        OFFICER.get(query + "&fund=ISF").body("items.size()", is(25));
        OFFICER.get(query + "&fund=AMIF").body("items", empty()).body("next", nullValue());
        OFFICER.get(query + "&status=PROPOSED").body("items.size()", is(25));
        OFFICER.get(query + "&status=APPROVED").body("items", empty());
        OFFICER.get(query + "&from=2021-02-01").body("items.size()", is(16));
        OFFICER.get(query + "&from=2021-02-01&to=2021-02-01").body("items.size()", is(8));
        OFFICER.get(query + "&to=2020-12-31").body("items", empty());
        for (var written : List.of("lä-", "LA-", "Lä-")) {
            OFFICER.get(query + "&q=" + written)
                    .body("items.size()", is(25)); // in any case, with diacritics or without
        }
        OFFICER.get(query + "&q=hyperlink").body("items.size()", is(1));
        OFFICER.get(query + "&q=%25").body("items", empty());
        OFFICER.get(query + "&q=_").body("items", empty());
        OFFICER.get(query + "&q=!").body("items", empty());
        OFFICER.get(query + "&q=' OR 1=1 --").body("items", empty());
        OFFICER.get(API + "/programmes?q=" + programme.toLowerCase())
                .body("items.size()", is(1))
                .body("items[0].code", equalTo(programme));
        OFFICER.get(API + "/programmes?code=" + programme).body("items.code", contains(programme));
        OFFICER.get(API + "/programmes?code=" + programme.substring(1)).body("items", empty());
        String reference = OFFICER.get(query).extract().path("items[3].reference");
        OFFICER.get(API + "/allocations?reference=" + reference).body("items.reference", contains(reference));
        OFFICER.get(API + "/allocations?reference=" + reference.substring(1)).body("items", empty());
    }

    @Test
    void a_spreadsheet_is_the_whole_filtered_list_too() throws Exception {
        var query = "/allocations?programme=" + programme + "&from=2021-02-01&sort=reference";
        var listed = all(query, 200);
        for (var file : List.of(
                OFFICER.get(API + query + "&format=xlsx&limit=3"),
                OFFICER.request().accept(Xlsx.TYPE).get(API + query).then())) {
            var bytes = file.statusCode(200)
                    .contentType(Xlsx.TYPE)
                    .header("Content-Disposition", containsString("allocations.xlsx"))
                    .extract()
                    .asByteArray();
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
                var rows = book.getFirstSheet().read();
                assertEquals(
                        listed.stream().map(a -> a.get("reference")).toList(),
                        rows.stream().skip(1).map(row -> row.getCellText(0)).toList());
                assertTrue(rows.get(1).getCellAsNumber(7).isPresent(), "a sum is a number");
            }
        }
    }

    @Test
    void the_csv_is_the_whole_filtered_list_with_formulas_disarmed() {
        var query = API + "/allocations?programme=" + programme + "&from=2021-02-01&sort=reference";
        var listed = all("/allocations?programme=" + programme + "&from=2021-02-01&sort=reference", 200);
        for (var csv : List.of(
                OFFICER.get(query + "&format=csv&limit=3"),
                OFFICER.request().accept("text/csv").get(query).then())) {
            var lines = csv.statusCode(200)
                    .contentType("text/csv")
                    .header("Content-Disposition", containsString("allocations.csv"))
                    .body(containsString("\"'=HYPERLINK(\"\"x\"\")\""))
                    .extract()
                    .asString()
                    .split("\r\n");
            assertTrue(lines[0].startsWith("\ufeff\"reference\",\"programme\",\"fund\",\"donor\""), lines[0]);
            assertEquals(
                    listed.stream().map(a -> a.get("reference")).toList(),
                    IntStream.range(1, lines.length)
                            .mapToObj(n -> lines[n].split(",")[0].replace("\"", ""))
                            .toList());
            assertTrue(lines[1].endsWith("\"" + listed.get(0).get("id") + "\""));
        }
        OFFICER.request().get(query).then().contentType("application/json");
        OFFICER.request().accept("*/*").get(query).then().contentType("application/json");
    }

    @Test
    void a_csv_longer_than_what_is_read_at_a_time_is_whole_and_in_order() {
        var code = unique("LONG");
        OFFICER.post(API + "/programmes", programme(code, "ISF", "STAFF")).statusCode(201);
        OFFICER.post(API + "/allocations", allocation(code, "1.00")).statusCode(201);
        Books.change("""
                WITH more AS MATERIALIZED (
                    SELECT a AS first, gen_random_uuid() AS id, copy, s.person
                    FROM funding.allocation a JOIN funding.programme p ON p.id = a.programme_id
                    JOIN journal.step s ON s.record = a.id AND s.n = 1, generate_series(1, 4499) copy
                    WHERE p.code = ?),
                duty AS (INSERT INTO journal.duty SELECT id, person, 'INITIATE' FROM more),
                step AS (INSERT INTO journal.step SELECT id, 1, 1, 'RECORD', person, 'INITIATE', now(), NULL FROM more)
                INSERT INTO funding.allocation
                SELECT (jsonb_populate_record(first, jsonb_build_object('id', id, 'reference', (first).reference || lpad(copy::text, 4, '0')))).*
                FROM more""", code);
        var lines = OFFICER.get(API + "/allocations?format=csv&sort=reference&programme=" + code)
                .extract()
                .asString()
                .split("\r\n");
        assertEquals(4501, lines.length);
        for (int copy = 1; copy < 4500; copy++) {
            var reference = lines[1 + copy].split(",")[0].replace("\"", "");
            assertTrue(reference.endsWith(String.format("%04d", copy)), reference + " is number " + copy);
        }
    }

    @Test
    void entries_are_found_by_record_person_action_and_day_and_downloaded_whole() {
        var id = inForce("1000.00", "RECEPTION");
        for (int n = 0; n < 3; n++) {
            recordedReceipt(id, "1.00");
        }
        var query = API + "/entries?subject=" + id;
        OFFICER.get(query)
                .body(
                        "items.action",
                        org.hamcrest.Matchers.contains(
                                "allocation.recorded",
                                "allocation.approved",
                                "receipt.recorded",
                                "receipt.recorded",
                                "receipt.recorded"));
        List<Integer> positions = OFFICER.get(query).extract().path("items.position");
        List<Integer> reversed = new ArrayList<>(positions);
        Collections.reverse(reversed);
        OFFICER.get(query + "&order=desc").body("items.position", equalTo(reversed));
        OFFICER.get(query + "&order=desc&limit=2&after=" + positions.get(4))
                .body("items.position", equalTo(reversed.subList(1, 3)))
                .body("next", equalTo(String.valueOf(positions.get(2))));
        OFFICER.get(query + "&limit=2").body("next", equalTo(String.valueOf(positions.get(1))));
        OFFICER.get(query + "&actor=approver").body("items.size()", is(1));
        OFFICER.get(query + "&action=receipt.").body("items.size()", is(3));
        OFFICER.get(query + "&action=allocation.approved").body("items.size()", is(1));
        var today = LocalDate.now(ZoneId.of("Europe/Vilnius"));
        OFFICER.get(query + "&from=" + today.minusDays(1) + "&to=" + today.plusDays(1))
                .body("items.size()", is(5));
        OFFICER.get(query + "&to=" + today.minusDays(2)).body("items", empty());
        OFFICER.get(query + "&from=" + today.plusDays(2)).body("items", empty());
        var csv =
                OFFICER.get(query + "&format=csv&limit=2").extract().asString().split("\r\n");
        assertEquals(
                positions,
                IntStream.range(1, csv.length)
                        .mapToObj(n -> Integer.valueOf(csv[n].split(",")[0].replace("\"", "")))
                        .distinct()
                        .toList());
        assertEquals(
                OFFICER.get(query).extract().<List<List<Object>>>path("items.changes").stream()
                        .mapToInt(List::size)
                        .sum(),
                csv.length - 1,
                "one line per changed field");
        OFFICER.get(query + "&actor=of appro").body("items.size()", is(1));
        OFFICER.get(query + "&actor=" + APPROVER.id()).body("items.size()", is(1));
        OFFICER.get(query + "&actor=" + java.util.UUID.randomUUID()).body("items", empty());
        OFFICER.get(API + "/entries/{position}", positions.get(1))
                .statusCode(200)
                .body("action", equalTo("allocation.approved"))
                .body("postings.size()", is(2))
                .body("leafHash", notNullValue());
    }

    @Test
    void the_approvals_inbox_shows_who_may_decide_what_and_counts_it() {
        // of an institution in which little waits: no more than so much is counted
        var officer = LATVIAN;
        var approver = new Person("approver.lv", Role.APPROVER, "LV-IEM");
        var accountant = new Person("accountant.lv", Role.ACCOUNTANT, "LV-IEM");
        var both = new Person("both." + UUID.randomUUID(), "funding-officer approver", "LV-IEM");
        var before = Map.of(approver, count(approver), accountant, count(accountant));
        var bothBefore = count(both);
        var code = unique("PRG");
        officer.post(API + "/programmes", programme(code, "AMIF", "RECEPTION")).statusCode(201);
        var waiting = id(officer.post(API + "/allocations", allocation(code, "5.00")));
        var allocation = id(officer.post(API + "/allocations", allocation(code, "100.00")));
        approver.post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), allocation)
                .statusCode(200);
        var receipt = id(officer.post(API + "/allocations/{id}/receipts", receipt("1.00"), allocation));
        var commitment = id(officer.post(
                API + "/allocations/{id}/commitments", commitment("RECEPTION/LV camp", "1.00"), allocation));
        var own = id(both.post(API + "/allocations", allocation(code, "5.00")));

        var items = new ArrayList<Map<String, Object>>();
        String next = null;
        do {
            var page = both.get(API + "/approvals?limit=9" + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        assertEquals(
                items.size(), items.stream().map(i -> i.get("id")).distinct().count());
        var byId = new java.util.HashMap<Object, Map<String, Object>>();
        items.forEach(item -> byId.put(item.get("id"), item));
        assertEquals("allocation", byId.get(waiting).get("type"));
        assertEquals(true, byId.get(waiting).get("mayDecide"));
        assertEquals(false, byId.get(own).get("mayDecide"));
        assertEquals(true, byId.get(own).get("ownRecord"));
        assertEquals("receipt", byId.get(receipt).get("type"));
        assertEquals(false, byId.get(receipt).get("mayDecide"));
        assertEquals(allocation, ((Map<?, ?>) byId.get(commitment).get("parent")).get("id"));
        assertEquals(true, byId.get(commitment).get("mayDecide"));
        assertEquals(false, byId.containsKey(allocation));

        assertEquals(before.get(approver) + 3, count(approver)); // waiting, own, commitment
        assertEquals(before.get(accountant) + 1, count(accountant));
        assertEquals(0, count(AUDITOR) + count(officer));
        assertEquals(bothBefore + 2, count(both)); // not their own
        VERIFIER.get(API + "/approvals?limit=200") // an officer verifies claims of others, and nothing else
                .body("items.findAll { it.type != 'claim' }.mayDecide", everyItem(is(false)));
        assertEquals(
                "Reception of people who crossed the border", byId.get(waiting).get("purpose"));
        assertTrue(((String) byId.get(commitment).get("purpose")).startsWith("RECEPTION/LV camp"));
        accountant.post(API + "/receipts/{id}/confirmation", Map.of(), receipt).statusCode(200);
        assertEquals(before.get(accountant), count(accountant));
    }

    @Test
    void what_waits_is_narrowed_to_a_type_or_to_what_the_reader_may_decide_and_read_from_the_largest_down() {
        var officer = new Person("clerk.ee", Role.FUNDING_OFFICER, "EE-SIM");
        var both = new Person("both.ee", "funding-officer approver", "EE-SIM");
        var code = unique("PRG");
        officer.post(API + "/programmes", programme(code, "AMIF", "RECEPTION")).statusCode(201);
        var all = new ArrayList<String>();
        for (var amount : List.of("7.00", "900.00", "80.00")) {
            all.add(id(officer.post(API + "/allocations", allocation(code, amount))));
        }
        var own = id(both.post(API + "/allocations", allocation(code, "5000.00")));

        assertEquals(
                List.of(own, all.get(1), all.get(2), all.get(0)),
                waiting(both, "sort=-amount&type=allocation&limit=3"));
        assertEquals(List.of(all.get(1), all.get(2), all.get(0)), waiting(both, "sort=-amount&mine=true&limit=2"));
        assertEquals(all, waiting(both, "mine=true&limit=2"));
        assertEquals(List.of(), waiting(both, "type=receipt"));
        assertEquals(List.of(), waiting(officer, "mine=true"));
    }

    /** The ids of all that waits, page by page. */
    private static List<String> waiting(Person reader, String query) {
        var ids = new ArrayList<String>();
        String next = null;
        do {
            var page = reader.get(API + "/approvals?" + query + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            next = page.getString("next");
        } while (next != null);
        return ids;
    }

    private static String id(ValidatableResponse recorded) {
        return recorded.statusCode(201).extract().path("id");
    }

    private static int count(Person person) {
        return person.get(API + "/approvals").statusCode(200).extract().path("count");
    }
}
