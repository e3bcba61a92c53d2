package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.budgetChange;
import static org.fundtrail.infrastructure.Infrastructure.budgetTransfer;
import static org.fundtrail.infrastructure.Infrastructure.certificate;
import static org.fundtrail.infrastructure.Infrastructure.contract;
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
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedProjectOf;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.security;
import static org.fundtrail.infrastructure.Infrastructure.subcontractor;
import static org.fundtrail.infrastructure.Infrastructure.variation;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.Infrastructure.works;
import static org.fundtrail.infrastructure.Invoicing.credit;
import static org.fundtrail.infrastructure.Invoicing.invoice;
import static org.fundtrail.infrastructure.Invoicing.matched;
import static org.fundtrail.infrastructure.Invoicing.received;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.comment;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.AnswersAsDocumented;
import org.fundtrail.records.Person;
import org.fundtrail.records.Validations;
import org.junit.jupiter.api.Test;

/** The document says what the service does: every answer has the fields, types and status that are documented, and no others. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class AnswersTest {
    private static final Map<String, String> RETURNED = Map.of("outcome", "RETURNED", "reason", "Once more");
    private static final Map<String, String> WITHDRAW = Map.of("step", "WITHDRAW");
    private static final Map<String, Object> RUNG = estimate("1.00", "NET", "2021-09-01");

    private AnswersAsDocumented answers;

    @Test
    void every_answer_is_as_documented() {
        answers = new AnswersAsDocumented();
        recordings("/works-programmes", works());
        recordings("/projects", project("PHYSICAL_BARRIER"));
        ladder("/works-programmes", recordedWorks());
        ladder("/projects", recordedProject());
        certificates(inForce(recordedProject(), "1.00"));
        contracts(recordedProject());
        securities(inForce(recordedProject(), "1.00"));
        subcontractors(inForce(recordedProject(), "1.00"));
        variations(inForce(recordedProject(), "1.00"));
        var programme = recordedWorks();
        costReports(recordedProjectOf(programme), programme);
        costLines(recordedProject());
        invoices(inForce(recordedProject(), "100.00"));
        for (var list : new String[] {"/standing", "/returned", "/approvals", "/position"}) {
            answers.fit("get", list, ENGINEER.get(API + list));
        }
        answers.fit("get", "/estimates", ENGINEER.get(API + "/estimates?limit=3"));
        answers.fit("get", "/estimates", ENGINEER.get(API + "/estimates?baseline=PERHAPS"));
        answers.fit("get", "/dates", ENGINEER.get(API + "/dates?from=2022-01-01"));
        answers.fit("get", "/dates", ENGINEER.get(API + "/dates?until=tomorrow"));
        answers.fit("get", "/search", ENGINEER.get(API + "/search?q=1"));
        comments(recordedProject());
        answers.fit("get", "/entries", AUDITOR.get(API + "/entries?limit=200&order=desc"));
        answers.fit("get", "/entries/{position}", AUDITOR.get(API + "/entries/0"));
        answers.fitLog(AUDITOR, API);
        answers.fitChecks(AUDITOR, API);
        answers.fit("get", "/persons", AUDITOR.get(API + "/persons?name=engineer"));
        var gone = new Person("gone-" + UUID.randomUUID(), Role.PROJECT_OFFICER, "LT-VRM");
        gone.post(API + "/works-programmes", works());
        answers.fit(
                "post",
                "/persons/{id}/erasure",
                new Person("admin", Role.ADMINISTRATOR, "LT-VRM")
                        .post(API + "/persons/{id}/erasure", Map.of("reason", "Asked for it"), gone.id()));

        assertEquals(Set.of(), answers.untried(), "operations that no answer was compared with");
    }

    /** On a project, and on an estimate, which has no page of its own. */
    private void comments(String project) {
        var estimate = recordedEstimate("/projects/" + project, RUNG);
        for (var about : Map.of("project", project, "estimate", estimate).entrySet()) {
            var comment = ENGINEER.post(API + "/comments", comment(about.getKey(), about.getValue(), ENGINEER));
            answers.fit("post", "/comments/validation", Validations.post(ENGINEER, API + "/comments", Map.of()));
            answers.fit(
                    "post",
                    "/comments/validation",
                    Validations.post(ENGINEER, API + "/comments", Map.of("colour", "green")));
            answers.fit("post", "/comments", comment);
            var id = comment.extract().<String>path("id");
            answers.fit("get", "/comments", APPROVER.get(API + "/comments?about=" + about.getValue()));
            answers.fit("get", "/comments", ENGINEER.get(API + "/comments?asked=me"));
            answers.fit("get", "/comments/{id}", APPROVER.get(API + "/comments/{id}", id));
            for (var by : List.of(APPROVER, ENGINEER, ENGINEER)) { // refused, taken, refused
                answers.fit(
                        "post",
                        "/comments/{id}/answer",
                        by.post(API + "/comments/{id}/answer", Map.of("text", "Because"), id));
            }
        }
    }

    private void recordings(String room, Map<String, Object> terms) {
        answers.fit("post", room + "/validation", Validations.post(ENGINEER, API + room, terms));
        answers.fit("post", room + "/validation", Validations.post(ENGINEER, API + room, "{\"reference\": null}"));
        var recorded = ENGINEER.post(API + room, terms);
        answers.fit("post", room, recorded);
        answers.fit("post", room, ENGINEER.post(API + room, terms)); // its reference is taken
        answers.fit("post", room, APPROVER.post(API + room, terms));
        answers.fit("get", room, ENGINEER.get(API + room + "?limit=3"));
        answers.fit("get", room, ENGINEER.get(API + room + "?limit=0"));
        answers.fit("get", room + "/{id}", ENGINEER.get(API + room + "/{id}", UUID.randomUUID()));
        var id = recorded.extract().<String>path("id");
        answers.fit("get", room + "/{id}", ENGINEER.get(API + room + "/{id}", id));
        answers.fitCorrections(
                ENGINEER, API, room, id, Map.of("title", Map.of("en", "Corrected"), "reason", "A letter was missing"));
    }

    /** The estimates of a project or works programme and the choice among them. */
    private void ladder(String room, String id) {
        var owner = room + "/" + id;
        var of = room + "/{id}";
        answers.fit("post", of + "/estimates/validation", Validations.post(ENGINEER, API + owner + "/estimates", RUNG));
        answers.fit("post", of + "/estimates", ENGINEER.post(API + owner + "/estimates", RUNG));
        answers.fit("get", of + "/estimates", ENGINEER.get(API + owner + "/estimates"));
        var rung = recordedEstimate(owner, RUNG);
        answers.fit("get", "/estimates/{id}", ENGINEER.get(API + "/estimates/{id}", rung));
        var choice = Map.<String, Object>of("estimate", rung, "reason", "The government decided so");
        answers.fit("post", of + "/baseline/validation", Validations.post(ENGINEER, API + owner + "/baseline", choice));
        var proposal = ENGINEER.post(API + owner + "/baseline", choice);
        answers.fit("post", of + "/baseline", proposal);
        answers.fit("get", of + "/baselines", ENGINEER.get(API + owner + "/baselines"));
        var baseline = proposal.extract().<String>path("id");
        answers.fit("get", "/baselines/{id}", ENGINEER.get(API + "/baselines/{id}", baseline));
        answers.fit(
                "post",
                "/baselines/{id}/decision",
                APPROVER.post(API + "/baselines/{id}/decision", Map.of("outcome", "APPROVED"), baseline));
        answers.fit("get", room + "/{id}", ENGINEER.get(API + owner));
        var another = proposedBaseline(owner, recordedEstimate(owner, RUNG));
        answers.fit("post", "/baselines/{id}/steps", ENGINEER.post(API + "/baselines/{id}/steps", WITHDRAW, another));
    }

    private void costLines(String project) {
        var at = API + "/projects/" + project + "/cost-lines";
        var terms = costLine("1.00");
        answers.fit("post", "/projects/{id}/cost-lines/validation", Validations.post(ENGINEER, at, terms));
        var line = ENGINEER.post(at, terms);
        answers.fit("post", "/projects/{id}/cost-lines", line);
        answers.fit("post", "/projects/{id}/cost-lines", ENGINEER.post(at, terms)); // its name is taken
        answers.fit("get", "/projects/{id}/cost-lines", ENGINEER.get(at));
        String id = line.extract().path("id");
        answers.fit("get", "/cost-lines/{id}", ENGINEER.get(API + "/cost-lines/{id}", id));
        decided("/budget-transfers", project, budgetTransfer(id, recordedCostLine(project, "2.00"), "1.00"));
        decided("/budget-changes", project, budgetChange(id, "-1.00"));
        decided("/direct-costs", project, directCost(id, "1.00"));
        forecasts(id);
    }

    /** What is recorded in a room of a project and decided by a second person. */
    private void decided(String room, String project, Map<String, Object> terms) {
        var at = API + "/projects/" + project + room;
        answers.fit("post", "/projects/{id}" + room + "/validation", Validations.post(ENGINEER, at, terms));
        var recorded = ENGINEER.post(at, terms);
        answers.fit("post", "/projects/{id}" + room, recorded);
        answers.fit("post", "/projects/{id}" + room, ENGINEER.post(at, Map.of()));
        answers.fit("get", "/projects/{id}" + room, ENGINEER.get(at));
        String id = recorded.extract().path("id");
        answers.fit("get", room + "/{id}", ENGINEER.get(API + room + "/{id}", id));
        answers.fit("post", room + "/{id}/decision", APPROVER.post(API + room + "/{id}/decision", RETURNED, id));
        answers.fit("put", room + "/{id}", ENGINEER.put("\"9\"", API + room + "/{id}", terms, id));
        answers.fit("put", room + "/{id}", ENGINEER.put("\"1\"", API + room + "/{id}", terms, id));
        answers.fit("post", room + "/{id}/steps", ENGINEER.post(API + room + "/{id}/steps", WITHDRAW, id));
    }

    private void forecasts(String line) {
        var at = API + "/cost-lines/" + line + "/forecasts";
        answers.fit("post", "/cost-lines/{id}/forecasts/validation", Validations.post(ENGINEER, at, forecast("1.00")));
        var forecast = ENGINEER.post(at, forecast("1.00"));
        answers.fit("post", "/cost-lines/{id}/forecasts", forecast);
        answers.fit("get", "/cost-lines/{id}/forecasts", ENGINEER.get(at));
        String id = forecast.extract().path("id");
        answers.fit("get", "/forecasts/{id}", ENGINEER.get(API + "/forecasts/{id}", id));
    }

    private void invoices(String contract) {
        var at = API + "/invoices";
        answers.fit("post", "/invoices/validation", Validations.post(ENGINEER, at, invoice(contract, "1.00")));
        var terms = invoice(contract, "1.00");
        answers.fit("post", "/invoices", ENGINEER.post(at, terms));
        answers.fit("post", "/invoices", ENGINEER.post(at, terms)); // its number is taken
        var again = with(terms, "override", Map.of("reason", "Their numbers began anew"));
        var id = received(again);
        answers.fit("get", "/invoices/{id}", ENGINEER.get(at + "/{id}", id));
        answers.fit("post", "/invoices/{id}/dispute", ENGINEER.post(at + "/{id}/dispute", Map.of("reason", "Why"), id));
        answers.fit("post", "/invoices/{id}/steps", ENGINEER.post(at + "/{id}/steps", Map.of("step", "RESOLVE"), id));
        answers.fit("post", "/invoices/{id}/match", INSPECTOR.post(at + "/{id}/match", Map.of(), id));
        answers.fit("post", "/invoices/{id}/approval", APPROVER.post(at + "/{id}/approval", RETURNED, id));
        answers.fit("put", "/invoices/{id}", ENGINEER.put("\"4\"", at + "/{id}", again, id));
        var other = matched(invoice(contract, "2.00"));
        answers.fit(
                "post",
                "/invoices/{id}/approval",
                APPROVER.post(at + "/{id}/approval", Map.of("outcome", "APPROVED"), other));
        credits(other);
        answers.fit(
                "post",
                "/invoices/{id}/payment",
                ACCOUNTANT.post(at + "/{id}/payment", Map.of("paidOn", "2022-03-25", "proof", "Order 417"), other));
        answers.fit("get", "/invoices", ENGINEER.get(at + "?limit=3"));
        answers.fit("get", "/invoices", ENGINEER.get(at + "?override=perhaps"));
        answers.fit("get", "/contracts/{id}/invoices", ENGINEER.get(API + "/contracts/{id}/invoices", contract));
        answers.fit("get", "/expenditure", ENGINEER.get(API + "/expenditure?id={a}&id={b}", id, other));
        answers.fit("get", "/expenditure", ENGINEER.get(API + "/expenditure"));
        answers.fit("get", "/trace", ENGINEER.get(API + "/trace?contract=" + contract));
        answers.fit("get", "/trace", ENGINEER.get(API + "/trace"));
    }

    private void credits(String invoice) {
        var at = API + "/invoices/" + invoice + "/credit";
        answers.fit("post", "/invoices/{id}/credit/validation", Validations.post(ENGINEER, at, credit("1.00")));
        var credit = ENGINEER.post(at, credit("1.00"));
        answers.fit("post", "/invoices/{id}/credit", credit);
        answers.fit("post", "/invoices/{id}/credit", ENGINEER.post(at, credit("1.01")));
        answers.fit(
                "get",
                "/credit-notes/{id}",
                ENGINEER.get(API + "/credit-notes/{id}", credit.extract().<String>path("id")));
    }

    private void certificates(String contract) {
        var at = API + "/contracts/" + contract + "/certificates";
        var of = "/contracts/{id}/certificates";
        answers.fit("post", of + "/validation", Validations.post(ENGINEER, at, certificate("1", "0.50")));
        answers.fit("post", of + "/validation", Validations.post(ENGINEER, at, certificate("1", "9.00")));
        answers.fit("post", of + "/preview", ENGINEER.post(at + "/preview", certificate("1", "0.50")));
        answers.fit("post", of + "/preview", ENGINEER.post(at + "/preview", certificate("1", "9.00")));
        var first = ENGINEER.post(at, certificate("1", "0.50"));
        answers.fit("post", of, first);
        answers.fit("post", of, ENGINEER.post(at, certificate("2", "0.50"))); // one of a contract waits at a time
        var id = first.extract().<String>path("id");
        answers.fit("get", "/certificates/{id}", ENGINEER.get(API + "/certificates/{id}", id));
        answers.fit(
                "post",
                "/certificates/{id}/decision",
                APPROVER.post(API + "/certificates/{id}/decision", RETURNED, id));
        answers.fit(
                "put",
                "/certificates/{id}",
                ENGINEER.put("\"1\"", API + "/certificates/{id}", certificate("1", "0.60"), id));
        answers.fit(
                "post",
                "/certificates/{id}/decision",
                APPROVER.post(API + "/certificates/{id}/decision", Map.of("outcome", "APPROVED"), id));
        var another = proposedCertificate(contract, "2", "0.70");
        answers.fit(
                "post", "/certificates/{id}/steps", ENGINEER.post(API + "/certificates/{id}/steps", WITHDRAW, another));
        answers.fit("get", of, ENGINEER.get(at));
        answers.fit("get", "/certificates", ENGINEER.get(API + "/certificates?limit=3"));
        answers.fit("get", "/certificates", ENGINEER.get(API + "/certificates?sort=number"));
    }

    private void costReports(String project, String works) {
        inForce(project, "1.00");
        var at = API + "/projects/" + project + "/cost-reports";
        var terms = Map.<String, Object>of("asOf", "2021-12-31", "vat", "INCLUDED");
        answers.fit("post", "/projects/{id}/cost-reports/validation", Validations.post(ENGINEER, at, terms));
        var issued = ENGINEER.post(at, terms);
        answers.fit("post", "/projects/{id}/cost-reports", issued);
        answers.fit("get", "/projects/{id}/cost-reports", ENGINEER.get(at));
        String id = issued.extract().path("id");
        answers.fit("get", "/cost-reports/{id}", ENGINEER.get(API + "/cost-reports/{id}", id));
        answers.fit("get", "/cost-reports/{id}/body", ENGINEER.get(API + "/cost-reports/{id}/body", id));
        for (var vat : List.of("excluded", "included")) {
            answers.fit(
                    "get",
                    "/projects/{id}/cost-report",
                    ENGINEER.get(API + "/projects/{id}/cost-report?vat=" + vat, project));
            answers.fit(
                    "get",
                    "/works-programmes/{id}/cost-report",
                    ENGINEER.get(API + "/works-programmes/{id}/cost-report?vat=" + vat, works));
        }
    }

    private void contracts(String project) {
        var at = API + "/projects/" + project + "/contracts";
        answers.fit("post", "/projects/{id}/contracts/validation", Validations.post(ENGINEER, at, contract("1.00")));
        answers.fit("post", "/projects/{id}/contracts", ENGINEER.post(at, contract("1.00")));
        var line = recordedCostLine(project, "9.00");
        answers.fit("post", "/projects/{id}/contracts", ENGINEER.post(at, contractInFull("5.00", line)));
        answers.fit("get", "/projects/{id}/contracts", ENGINEER.get(at));
        answers.fit("get", "/contracts", ENGINEER.get(API + "/contracts?limit=3&asOf=2021-12-31"));
        var id = proposed(project, "5.00");
        answers.fit("get", "/contracts/{id}", ENGINEER.get(API + "/contracts/{id}", id));
        answers.fit("post", "/contracts/{id}/decision", APPROVER.post(API + "/contracts/{id}/decision", RETURNED, id));
        answers.fit("put", "/contracts/{id}", ENGINEER.put("\"9\"", API + "/contracts/{id}", contract("6.00"), id));
        answers.fit("put", "/contracts/{id}", ENGINEER.put("\"1\"", API + "/contracts/{id}", contract("6.00"), id));
        answers.fit("post", "/contracts/{id}/steps", ENGINEER.post(API + "/contracts/{id}/steps", WITHDRAW, id));
        answers.fitCorrections(
                ENGINEER,
                API,
                "/contracts",
                inForce(project, "1.00"),
                Map.of("contractor", Map.of("name", "UAB „Tetas“"), "reason", "A letter was missing"));
        answers.fit("get", "/contracts", AUDITOR.get(API + "/contracts?limit=200"));
    }

    private void securities(String contract) {
        var at = API + "/contracts/" + contract + "/securities";
        var terms = security("PERFORMANCE", "2021-09-13", "2022-10-31");
        answers.fit("post", "/contracts/{id}/securities/validation", Validations.post(ENGINEER, at, terms));
        var recorded = ENGINEER.post(at, terms);
        answers.fit("post", "/contracts/{id}/securities", recorded);
        answers.fit("get", "/contracts/{id}/securities", ENGINEER.get(at));
        var id = recorded.extract().<String>path("id");
        answers.fit("get", "/securities/{id}", ENGINEER.get(API + "/securities/{id}", id));
    }

    private void subcontractors(String contract) {
        var at = API + "/contracts/" + contract + "/subcontractors";
        var terms = with(
                subcontractor("60000.00"),
                "beneficialOwners",
                List.of(
                        Map.of("name", "Ona Kazlauskienė", "identifier", "48001011234"),
                        Map.of("name", "Jan Kowalski")));
        answers.fit("post", "/contracts/{id}/subcontractors/validation", Validations.post(ENGINEER, at, terms));
        var recorded = ENGINEER.post(at, terms);
        answers.fit("post", "/contracts/{id}/subcontractors", recorded);
        answers.fit("get", "/contracts/{id}/subcontractors", ENGINEER.get(at));
        var id = recorded.extract().<String>path("id");
        answers.fit("get", "/subcontractors/{id}", ENGINEER.get(API + "/subcontractors/{id}", id));
    }

    private void variations(String contract) {
        var at = API + "/contracts/" + contract + "/variations";
        var terms = variation("POTENTIAL", "0.60");
        answers.fit("post", "/contracts/{id}/variations/validation", Validations.post(ENGINEER, at, terms));
        var recorded = ENGINEER.post(at, terms);
        answers.fit("post", "/contracts/{id}/variations", recorded);
        answers.fit("get", "/contracts/{id}/variations", ENGINEER.get(at));
        var id = recorded.extract().<String>path("id");
        var steps = API + "/variations/{id}/steps";
        answers.fit("post", "/variations/{id}/steps", ENGINEER.post(steps, Map.of("step", "SUBMIT"), id));
        answers.fit("get", "/variations/{id}", APPROVER.get(API + "/variations/{id}", id));
        answers.fit(
                "post", "/variations/{id}/decision", APPROVER.post(API + "/variations/{id}/decision", RETURNED, id));
        answers.fit("put", "/variations/{id}", ENGINEER.put("\"2\"", API + "/variations/{id}", terms, id));
        answers.fit("post", "/variations/{id}/steps", ENGINEER.post(steps, WITHDRAW, id));
    }
}
