package org.fundtrail.infrastructure.report;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedProjectOf;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fundtrail.infrastructure.Infrastructure;
import org.fundtrail.infrastructure.Invoicing;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class CostReportTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vilnius"));

    private static String at(String project) {
        return API + "/projects/" + project + "/cost-report";
    }

    private static JsonPath report(String project, String query) {
        return OFFICER.get(at(project) + query).statusCode(200).extract().jsonPath();
    }

    private static byte[] bytes(String address) {
        return OFFICER.get(address).statusCode(200).extract().asByteArray();
    }

    @Test
    void what_has_no_cost_line_is_a_row_of_its_own_that_opens_to_its_contracts() {
        var project = recordedProject();
        OFFICER.get(at(project))
                .statusCode(200)
                .body("lines", empty())
                .body("totals.currentBudget.amount", equalTo("0.00"));
        var second = inForce(project, "20.00");
        var first = inForce(project, "10.00");
        proposed(project, "7.00");
        var report = report(project, "");
        assertEquals(1, report.getList("lines").size());
        assertNull(report.get("lines[0].costLine"));
        assertEquals("30.00", report.get("lines[0].originalCommitments.amount"));
        assertEquals("30.00", report.get("totals.estimateAtCompletion.amount"));
        assertEquals("-30.00", report.get("totals.varianceAtCompletion.amount"));
        assertEquals(
                List.of(first, second).stream().sorted().toList(),
                report.<List<String>>get("lines[0].contracts.id").stream()
                        .sorted()
                        .toList());
        assertEquals(
                "10.00", report.get("lines[0].contracts.find { it.id == '" + first + "' }.openCommitments.amount"));
    }

    @Test
    void as_of_a_day_there_is_what_had_happened_by_then() {
        var project = recordedProject();
        inForce(project, "10.00"); // signed on 2021-09-13
        OFFICER.get(at(project) + "?asOf=2021-09-12").body("lines", empty());
        OFFICER.get(at(project) + "?asOf=2021-09-13").body("totals.currentCommitments.amount", equalTo("10.00"));
        refused(OFFICER.get(at(project) + "?asOf=" + TODAY.plusDays(1)), 400, "date-in-future", "asOf");
        refused(OFFICER.get(at(project) + "?recorded=99999999"), 400, "not-yet-recorded", "recorded");
        refused(OFFICER.get(at(project) + "?vat=some"), 400, "unknown-value", "vat");
    }

    @Test
    void vat_is_added_where_it_is_asked_for_and_only_that_is_compared_with_the_gross_baseline() {
        var project = recordedProject();
        org.fundtrail.infrastructure.Infrastructure.baseline(
                "/projects/" + project,
                org.fundtrail.infrastructure.Infrastructure.estimate("100.00", "GROSS", "2021-08-23"));
        inForce(project, "10.00");
        var net = report(project, "");
        assertEquals("10.00", net.get("totals.estimateAtCompletion.amount"));
        assertNull(net.get("againstBaseline"));
        assertEquals("100.00", net.get("baseline.gross.amount"));
        var gross = report(project, "?vat=included");
        assertEquals("INCLUDED", gross.get("vat"));
        assertEquals("12.10", gross.get("totals.originalCommitments.amount"));
        assertEquals("0.00", gross.get("totals.approvedVariations.amount"));
        assertEquals("12.10", gross.get("totals.estimateAtCompletion.amount"));
        assertEquals("-10.00", gross.get("totals.varianceAtCompletion.amount"), "a budget is net");
        assertEquals("87.90", gross.get("againstBaseline.amount"));
    }

    private static JsonPath issued(String project, Map<String, Object> terms) {
        return ENGINEER.post(API + "/projects/" + project + "/cost-reports", terms)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    void
            an_issued_report_reads_the_same_although_entries_came_after_and_a_reading_of_the_same_moment_gives_its_bytes() {
        var project = recordedProject();
        inForce(project, "10.00");
        var days = List.of(TODAY.toString(), "2021-09-30", "2021-09-13");
        for (var day : days) {
            for (var vat : List.of("EXCLUDED", "INCLUDED")) {
                var report = issued(project, Map.of("asOf", day, "vat", vat));
                var id = report.getString("id");
                var body = bytes(API + "/cost-reports/" + id + "/body");
                assertEquals(HexFormat.of().formatHex(Journal.sha256(body)), report.getString("hash"));
                inForce(project, "20.00");
                issued(project, Map.of("asOf", day));
                var again = at(project) + "?asOf=" + day + "&recorded=" + report.getLong("recorded") + "&vat="
                        + vat.toLowerCase();
                assertArrayEquals(body, bytes(again), day + " " + vat);
                assertArrayEquals(body, AUDITOR.get(again).extract().asByteArray());
                assertArrayEquals(body, bytes(API + "/cost-reports/" + id + "/body"));
                assertEquals(
                        report.getString("totals.estimateAtCompletion.amount"),
                        OFFICER.get(API + "/cost-reports/" + id).extract().path("totals.estimateAtCompletion.amount"));
            }
        }
        var list = OFFICER.get(API + "/projects/" + project + "/cost-reports");
        list.statusCode(200).body("items", hasSize(12)).body("items[0].number", equalTo(12));
    }

    @Test
    void what_has_changed_is_said_since_the_report_that_was_issued_last() {
        var project = recordedProject();
        inForce(project, "10.00");
        OFFICER.get(at(project)).body("totals.changeSinceLastReport", nullValue());
        issued(project, Map.of()).getString("id");
        OFFICER.get(at(project)).body("totals.changeSinceLastReport.amount", equalTo("0.00"));
        inForce(project, "30.00");
        OFFICER.get(at(project))
                .body("totals.changeSinceLastReport.amount", equalTo("30.00"))
                .body("lines[0].changeSinceLastReport.amount", equalTo("30.00"));
        OFFICER.get(at(project) + "?vat=included").body("totals.changeSinceLastReport.amount", equalTo("36.30"));
        OFFICER.get(at(project) + "?asOf=" + TODAY.minusDays(1)).body("totals.changeSinceLastReport", nullValue());
        var second = issued(project, Map.of());
        assertEquals("30.00", second.get("totals.changeSinceLastReport.amount"));
        OFFICER.get(at(project)).body("totals.changeSinceLastReport.amount", equalTo("0.00"));
    }

    @Test
    void what_moved_to_a_cost_line_is_no_variation_there_and_still_said_where_it_was() {
        var project = recordedProject();
        var contract = inForce(project, "100.00");
        issued(project, Map.of());
        var line = Infrastructure.recordedCostLine(project, "100.00");
        Invoicing.approvedInvoice(Infrastructure.with(Invoicing.invoice(contract, "100.00"), "costLine", line));
        for (var vat : Map.of("", "100.00", "?vat=included", "121.00").entrySet()) {
            var report = report(project, vat.getKey());
            var where = "lines.find { it.costLine != null }.";
            assertEquals(vat.getValue(), report.get(where + "originalCommitments.amount"), vat.getKey());
            assertEquals("0.00", report.get(where + "approvedVariations.amount"), vat.getKey());
            var none = "lines.find { it.costLine == null }.";
            assertEquals("0.00", report.get(none + "originalCommitments.amount"), vat.getKey());
            assertEquals("0.00", report.get(none + "approvedVariations.amount"), vat.getKey());
            assertEquals("-" + vat.getValue(), report.get(none + "changeSinceLastReport.amount"), vat.getKey());
            assertEquals("0.00", report.get("totals.changeSinceLastReport.amount"), vat.getKey());
        }
    }

    @Test
    void without_a_body_a_report_is_issued_of_today_and_without_vat() {
        var report = ENGINEER.post(API + "/projects/" + recordedProject() + "/cost-reports", "")
                .statusCode(201)
                .extract()
                .jsonPath();
        assertEquals(TODAY.toString(), report.get("asOf"));
        assertEquals("EXCLUDED", report.get("vat"));
    }

    @Test
    void a_works_programme_is_the_lines_of_the_projects_that_were_in_it_on_the_day() {
        var works = recordedWorks();
        var one = recordedProjectOf(works);
        var other = recordedProjectOf(works);
        var outside = recordedProject();
        inForce(one, "10.00");
        inForce(other, "20.00");
        inForce(outside, "40.00");
        var address = API + "/works-programmes/" + works + "/cost-report";
        OFFICER.get(address)
                .statusCode(200)
                .body("lines", hasSize(2))
                .body("totals.currentCommitments.amount", equalTo("30.00"))
                .body("of.type", equalTo("works-programme"));
        ENGINEER.post(
                "\"0\"",
                API + "/projects/" + outside + "/corrections",
                Map.of("worksProgramme", works, "reason", "It was decided so"));
        LATVIAN_ENGINEER.get(address).statusCode(404);
        LATVIAN_ENGINEER.get(at(one)).statusCode(404);
    }

    @Test
    void nobody_issues_a_report_of_a_day_that_is_not_there_or_of_another_institution() {
        var project = recordedProject();
        refused(
                ENGINEER.post(
                        API + "/projects/" + project + "/cost-reports",
                        Map.of("asOf", TODAY.plusDays(1).toString())),
                400,
                "date-in-future",
                "asOf");
        LATVIAN_ENGINEER
                .post(API + "/projects/" + project + "/cost-reports", Map.of())
                .statusCode(404);
        APPROVER.post(API + "/projects/" + project + "/cost-reports", Map.of()).statusCode(403);
    }

    @Test
    void as_a_file_it_has_every_column_and_its_totals_last() {
        var project = recordedProject();
        inForce(project, "10.00");
        var csv = OFFICER.get(at(project) + "?format=csv")
                .statusCode(200)
                .extract()
                .asString()
                .split("\r?\n");
        assertEquals(3, csv.length);
        assertEquals(29, csv[0].split(",").length);
        assertEquals(true, csv[2].startsWith("\"TOTAL\","), csv[2]);
    }
}
