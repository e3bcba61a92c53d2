package org.fundtrail.funding.position;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.funding.ProjectsStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure of the position leads to the records it is made of, on any day. */
@QuarkusTest
class CountedTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vilnius"));
    private static final Map<String, String> FIGURES =
            Map.of("allocations", "amount", "receipts", "received", "commitments", "committed");

    /** All that counted by the day, page by page, with how much. */
    private static Map<String, BigDecimal> counted(String list, Object asOf, Map<String, Object> first) {
        var all = new HashMap<String, BigDecimal>();
        String after = null;
        int limit = 3;
        do {
            var page = OFFICER.get(API + "/" + list + "?limit=" + limit + "&asOf=" + asOf
                            + (after == null ? "" : "&after=" + after))
                    .statusCode(200)
                    .extract();
            if (after == null) {
                first.put("count", page.path("count"));
                first.put("total", page.path("total.amount"));
                limit += Math.min(page.<Integer>path("count") / 4, 100); // so that it is a few pages, however many
            } else {
                assertNull(page.path("total"), "sums come with the first page only");
            }
            for (Map<String, Object> item : page.<List<Map<String, Object>>>path("items")) {
                var amount = ((Map<?, ?>) item.get("counted")).get("amount").toString();
                assertNull(all.put((String) item.get("id"), new BigDecimal(amount)), "once");
            }
            after = page.path("next");
        } while (after != null);
        return all;
    }

    private static BigDecimal figure(String figure, Object asOf) {
        return OFFICER
                .get(API + "/position?asOf=" + asOf)
                .extract()
                .<List<String>>path("allocations." + figure + ".amount")
                .stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void what_counted_by_a_day_adds_up_to_the_figure_of_the_position_on_that_day() {
        var id = inForce("1000.00", "RECEPTION"); // decided on 2021-08-11
        var confirmed = recordedReceipt(id, "400.00"); // of 2021-10-08
        ACCOUNTANT
                .post(API + "/receipts/{id}/confirmation", Map.of(), confirmed)
                .statusCode(200);
        var announced = recordedReceipt(id, "1.00");
        var committed = reserved(id, "RECEPTION/camp", "250.00"); // of 2021-08-23
        APPROVER.post(API + "/commitments/{id}/decision", Map.of("outcome", "APPROVED"), committed)
                .statusCode(200);
        var waiting = reserved(id, "RECEPTION/camp", "50.00");
        var proposed = proposed("7.00", "RECEPTION");

        for (var day : List.of("2021-08-10", "2021-08-11", "2021-08-23", "2021-10-08", TODAY)) {
            FIGURES.forEach((list, figure) -> {
                var first = new HashMap<String, Object>();
                var all = counted(list, day, first);
                var sum = all.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                assertEquals(0, figure(figure, day).compareTo(sum), list + " as of " + day);
                assertEquals(0, new BigDecimal((String) first.get("total")).compareTo(sum), list + " as of " + day);
                assertEquals(all.size(), first.get("count"), list + " as of " + day);
                assertFalse(all.containsKey(announced) || all.containsKey(waiting) || all.containsKey(proposed));
            });
        }
        assertFalse(counted("allocations", "2021-08-10", new HashMap<>()).containsKey(id));
        assertEquals(
                new BigDecimal("1000.00"),
                counted("allocations", "2021-08-11", new HashMap<>()).get(id));
        assertFalse(counted("receipts", "2021-10-07", new HashMap<>()).containsKey(confirmed));
        assertEquals(
                new BigDecimal("400.00"),
                counted("receipts", "2021-10-08", new HashMap<>()).get(confirmed));
        assertEquals(
                new BigDecimal("250.00"),
                counted("commitments", TODAY, new HashMap<>()).get(committed));
    }

    /** The total of a list, and what of it adds up page by page. */
    private static void adds(String expected, String list, String asOf) {
        var page = OFFICER.get(API + list + (list.contains("?") ? "&" : "?") + "limit=200&asOf=" + asOf)
                .statusCode(200)
                .body("recorded", notNullValue())
                .extract();
        var sum = page.<List<String>>path("items.counted.amount").stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(expected, page.<String>path("total.amount"), list + " as of " + asOf);
        assertEquals(0, new BigDecimal(expected).compareTo(sum), list + " as of " + asOf);
    }

    @Test
    void a_list_narrowed_to_one_record_has_the_total_that_the_books_keep_for_it() {
        var code = recordedProgramme("RECEPTION", "STAFF");
        var ids = new ArrayList<String>();
        for (var amount : List.of("1000.00", "500.50", "9.00")) {
            String id = OFFICER.post(API + "/allocations", allocation(code, amount))
                    .extract()
                    .path("id");
            ids.add(id);
        }
        for (var id : ids.subList(0, 2)) { // the third one waits
            APPROVER.post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), id)
                    .statusCode(200);
            inForce("70.00", "RECEPTION"); // of another programme
            var receipt = recordedReceipt(id, "40.01");
            ACCOUNTANT
                    .post(API + "/receipts/{id}/confirmation", Map.of(), receipt)
                    .statusCode(200);
            recordedReceipt(id, "1.00");
            for (var project : List.of("RECEPTION/one", "STAFF/two")) {
                var commitment = reserved(id, project, "25.25");
                APPROVER.post(API + "/commitments/{id}/decision", Map.of("outcome", "APPROVED"), commitment)
                        .statusCode(200);
                reserved(id, project, "2.00");
            }
        }
        String programme =
                OFFICER.get(API + "/allocations/{id}", ids.get(0)).extract().path("programme.id");
        var one = ProjectsStandIn.id("RECEPTION/one");
        for (var day : List.of("2021-08-10", "2021-08-11", "2021-08-23", "2021-10-08", TODAY.toString())) {
            boolean isDecided = !day.equals("2021-08-10");
            boolean isCommitted = isDecided && !day.equals("2021-08-11");
            boolean isReceived = isCommitted && !day.equals("2021-08-23");
            adds(isDecided ? "1500.50" : "0.00", "/allocations?programme=" + programme, day);
            adds(isDecided ? "1500.50" : "0.00", "/allocations?programme=" + code, day);
            adds(isCommitted ? "50.50" : "0.00", "/commitments?project=" + one, day);
            adds(isCommitted ? "50.50" : "0.00", "/allocations/" + ids.get(1) + "/commitments", day);
            adds(isReceived ? "40.01" : "0.00", "/allocations/" + ids.get(1) + "/receipts", day);
        }
        OFFICER.get(API + "/allocations?programme=" + code + "&q=reception&asOf=" + TODAY)
                .body("count", equalTo(2))
                .body("total", nullValue());
        OFFICER.get(API + "/receipts?status=CONFIRMED&asOf=" + TODAY).body("total", nullValue());
    }

    @Test
    void what_counted_of_anothers_allocation_is_not_there_and_of_anothers_programme_nothing() {
        var id = inForce("5.00", "RECEPTION");
        String programme = OFFICER.get(API + "/allocations/{id}", id).extract().path("programme.id");
        for (var list : List.of("receipts", "commitments")) {
            LATVIAN.get(API + "/allocations/{id}/" + list + "?asOf=" + TODAY, id)
                    .statusCode(404);
        }
        LATVIAN.get(API + "/allocations?programme=" + programme + "&asOf=" + TODAY)
                .statusCode(200)
                .body("count", equalTo(0))
                .body("total.amount", equalTo("0.00"));
    }

    @Test
    void a_filtered_list_says_how_many_and_no_total_that_would_be_of_others() {
        inForce("3.00", "RECEPTION");
        OFFICER.get(API + "/allocations?limit=1&fund=AMIF&asOf=" + TODAY)
                .body("count", notNullValue())
                .body("total", nullValue())
                .body("items[0].counted.amount", notNullValue());
        OFFICER.get(API + "/allocations?limit=1")
                .body("count", notNullValue())
                .body("total", nullValue())
                .body("items[0].counted", nullValue());
    }

    @Test
    void receipts_on_all_allocations_are_listed_by_their_status() {
        var id = inForce("10.00", "RECEPTION");
        var waiting = OFFICER.post(API + "/allocations/{id}/receipts", receipt("2.00"), id)
                .extract()
                .<String>path("id");
        ACCOUNTANT
                .get(API + "/receipts?status=RECORDED&limit=200")
                .body("items.find { it.id == '" + waiting + "' }.status", equalTo("RECORDED"));
        ACCOUNTANT
                .get(API + "/receipts?status=CONFIRMED&limit=200")
                .body("items.find { it.id == '" + waiting + "' }", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"allocations", "receipts", "commitments", "allocations/%s/receipts", "allocations/%s/commitments"})
    void a_day_that_is_none_or_has_not_come_is_refused_at_its_field(String narrowed) {
        var list = narrowed.formatted(inForce("1.00", "RECEPTION"));
        for (var day : List.of("2021-02-30", "soon", TODAY.plusDays(1))) {
            OFFICER.get(API + "/" + list + "?asOf=" + day).statusCode(400).body("field", equalTo("asOf"));
        }
    }
}
