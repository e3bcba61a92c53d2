package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.approved;
import static org.fundtrail.infrastructure.Infrastructure.budgetChange;
import static org.fundtrail.infrastructure.Infrastructure.budgetTransfer;
import static org.fundtrail.infrastructure.Infrastructure.certificate;
import static org.fundtrail.infrastructure.Infrastructure.contractInFull;
import static org.fundtrail.infrastructure.Infrastructure.costLine;
import static org.fundtrail.infrastructure.Infrastructure.directCost;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.forecast;
import static org.fundtrail.infrastructure.Infrastructure.inForce;
import static org.fundtrail.infrastructure.Infrastructure.project;
import static org.fundtrail.infrastructure.Infrastructure.proposed;
import static org.fundtrail.infrastructure.Infrastructure.proposedBaseline;
import static org.fundtrail.infrastructure.Infrastructure.proposedCertificate;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedEstimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.security;
import static org.fundtrail.infrastructure.Infrastructure.subcontractor;
import static org.fundtrail.infrastructure.Infrastructure.variation;
import static org.fundtrail.infrastructure.Infrastructure.varied;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.received;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.proof.Proved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a row says an entry says: every column of every record is a fact of its entries, or the docs say why not. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
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
        assertEquals(List.of(), Proved.findings("infrastructure"));
    }

    @Test
    void what_nothing_proves_is_documented_with_its_reason() {
        assertEquals(List.of(), Proved.undocumented("infrastructure"));
    }

    @Test
    void whatever_is_altered_in_the_database_is_found_and_named() {
        assertEquals(List.of(), Proved.unnoticed("infrastructure"));
    }

    private static void record() {
        var works = recordedWorks();
        var project = ENGINEER.post(
                        API + "/projects",
                        with(with(project("PHYSICAL_BARRIER"), "worksProgramme", works), "place", "Druskininkai"))
                .extract()
                .<String>path("id");
        var rung = recordedEstimate(
                "/projects/" + project, with(estimate("100.00", "NET", "2021-08-23"), "accuracyClass", 4));
        var baseline = proposedBaseline("/projects/" + project, rung);
        approved(baseline);
        var line = ENGINEER.post(
                        API + "/projects/{id}/cost-lines", with(costLine("7.00"), "from", "2021-08-23"), project)
                .extract()
                .<String>path("id");
        changed("/budget-transfers", project, budgetTransfer(line, recordedCostLine(project, "0.00"), "2.00"));
        changed("/budget-changes", project, budgetChange(line, "-1.00"));
        changed("/direct-costs", project, directCost(line, "3.00"));
        ENGINEER.post(API + "/cost-lines/{id}/forecasts", forecast("4.00"), line)
                .statusCode(201);
        var contract = proposed(project, "10.00");
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "RETURNED", "reason", "Once more"), contract)
                .statusCode(200);
        ENGINEER.put(
                        "\"1\"",
                        API + "/contracts/{id}",
                        with(contractInFull("11.00", line), "contractor.name", "Jonas Jonaitis"),
                        contract)
                .statusCode(200);
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), contract)
                .statusCode(200);
        var terms = with(with(invoice(inForce(project, "2.00"), "2.00"), "costLine", line), "issuedOn", "2022-01-31");
        Invoicing.approvedInvoice(with(terms, "contract", inForce(project, "2.00")));
        var invoice = received(with(terms, "override", Map.of("reason", "Their numbers began anew")));
        // said to be accepted elsewhere, and matched to a certificate that came after
        matchedAndPaid(invoice, Invoicing.certified((String) terms.get("contract"), "1", "2.00"));
        ENGINEER.post(API + "/invoices/{id}/credit", credit("1.00"), invoice).statusCode(201);
        ENGINEER.post(API + "/contracts/{id}/steps", Map.of("step", "PERFORMING", "on", "2021-10-01"), contract)
                .statusCode(200);
        ENGINEER.post(API + "/projects/{id}/cost-reports", Map.of(), project).statusCode(201);
        certifiedTwice(project, line);
        var varied = varied(inForce(project, "10.00"), with(variation("POTENTIAL", "1.00"), "costLine", line));
        ENGINEER.post(API + "/variations/{id}/steps", Map.of("step", "SUBMIT"), varied)
                .statusCode(200);
        ENGINEER.post(API + "/contracts/{id}/securities", security("PERFORMANCE", "2021-09-13", "2022-10-31"), contract)
                .statusCode(201);
        ENGINEER.post(
                        API + "/contracts/{id}/subcontractors",
                        with(
                                subcontractor("60000.00"),
                                "beneficialOwners",
                                List.of(Map.of("name", "Ona Onaitė"), Map.of("name", "Jonas", "identifier", "1"))),
                        contract)
                .statusCode(201);
        Proved.commentsUntilASubtreeIsComplete(API, "project", project);
    }

    /** The id of what was recorded in a room of a project, sent back and changed in its amount. */
    private static String changed(String room, String project, Map<String, Object> terms) {
        String id = ENGINEER.post(API + "/projects/{id}" + room, terms, project)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + room + "/{id}/decision", Map.of("outcome", "RETURNED", "reason", "Once more"), id)
                .statusCode(200);
        ENGINEER.put("\"1\"", API + room + "/{id}", with(terms, "amount", eur("0.50")), id)
                .statusCode(200);
        return id;
    }

    /** The second of a contract with terms; it came back, was changed and then approved. */
    private static UUID certifiedTwice(String project, String costLine) {
        String contract = ENGINEER.post(API + "/projects/{id}/contracts", contractInFull("11.00", costLine), project)
                .statusCode(201)
                .extract()
                .path("id");
        decided("contracts", contract, "APPROVED");
        decided("certificates", proposedCertificate(contract, "1", "0.10"), "APPROVED");
        var id = proposedCertificate(contract, "2", "0.50");
        decided("certificates", id, "RETURNED");
        ENGINEER.put("\"1\"", API + "/certificates/{id}", certificate("3", "0.60"), id)
                .statusCode(200);
        decided("certificates", id, "APPROVED");
        return UUID.fromString(id);
    }

    private static void decided(String room, String id, String outcome) {
        APPROVER.post(API + "/" + room + "/{id}/decision", Map.of("outcome", outcome, "reason", "As it should be"), id)
                .statusCode(200);
    }

    private static void matchedAndPaid(String invoice, String certificate) {
        INSPECTOR
                .post(API + "/invoices/{id}/match", Map.of("certificate", certificate), invoice)
                .statusCode(200);
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "APPROVED"), invoice)
                .statusCode(200);
        ACCOUNTANT
                .post(API + "/invoices/{id}/payment", Map.of("paidOn", "2022-03-25", "proof", "Order 417"), invoice)
                .statusCode(200);
    }
}
