package org.fundtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim on its pages, in a browser: four people, each with its own part of the way. */
@ResourceLock(House.SHARED)
class ClaimIT {
    static final String INFRASTRUCTURE = "/api/infrastructure/v1";
    static final String FUNDING = "/api/funding/v1";
    static final Map<String, String> APPROVED = Map.of("outcome", "APPROVED");

    private static Browser browser;
    static House house;

    @BeforeAll
    static void open() {
        browser = Browser.start();
        house = House.shared();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String id(String user, String path, Object body, Object... params) {
        return house.post(user, path, body, params).statusCode(201).extract().path("id");
    }

    /** The id of a project with a cost line that is eligible and paid for by the Union. */
    static String project() {
        return id(
                "engineer",
                INFRASTRUCTURE + "/projects",
                Map.of(
                        "reference",
                        unique("E2E-CLM"),
                        "title",
                        Map.of("en", "Cameras", "lt", "Kameros"),
                        "kind",
                        "SURVEILLANCE_SYSTEM",
                        "beneficiary",
                        "State Border Guard Service",
                        "period",
                        Map.of("from", "2025-01-01", "to", "2026-12-31")));
    }

    static String costLine(String project) {
        return id(
                "engineer",
                INFRASTRUCTURE + "/projects/{id}/cost-lines",
                Map.of(
                        "name",
                        "Cameras",
                        "category",
                        "EQUIPMENT",
                        "eligible",
                        House.eur("1000.00"),
                        "notEligible",
                        House.eur("0.00"),
                        "euShare",
                        "0.8"),
                project);
    }

    static String contract(String project, String costLine) {
        var contract = id(
                "engineer",
                INFRASTRUCTURE + "/projects/{id}/contracts",
                Map.of(
                        "reference",
                        unique("E2E-CON"),
                        "contractor",
                        Map.of("name", "UAB Tetas", "identifier", "300513148"),
                        "net",
                        House.eur("1000.00"),
                        "vatRate",
                        "0.21",
                        "signedOn",
                        "2025-01-13",
                        "dueOn",
                        "2025-12-30",
                        "costLine",
                        costLine),
                project);
        house.post("approver", INFRASTRUCTURE + "/contracts/{id}/decision", APPROVED, contract);
        return contract;
    }

    /** The number of an invoice of EUR 121.00 that is paid. */
    static String paidInvoice(String contract) {
        var number = unique("TET");
        var invoice = id(
                "engineer",
                INFRASTRUCTURE + "/invoices",
                Map.of(
                        "contract",
                        contract,
                        "number",
                        number,
                        "supplier",
                        Map.of("name", "UAB Tetas", "identifier", "300513148"),
                        "issuedOn",
                        "2025-02-28",
                        "net",
                        House.eur("100.00"),
                        "vat",
                        House.eur("21.00"),
                        "gross",
                        House.eur("121.00"),
                        "acceptance",
                        "Delivery note"));
        house.post("inspector", INFRASTRUCTURE + "/invoices/{id}/match", Map.of(), invoice);
        house.post("approver", INFRASTRUCTURE + "/invoices/{id}/approval", APPROVED, invoice);
        house.post(
                        "accountant",
                        INFRASTRUCTURE + "/invoices/{id}/payment",
                        Map.of("paidOn", "2025-03-25", "proof", "Order 417"),
                        invoice)
                .statusCode(200);
        return number;
    }

    /** The id of a commitment of a fund of the Union that pays 80 %. */
    static String commitment(String project) {
        return commitment(project, "EU-BORDER-2021");
    }

    private static String commitment(String project, String programme) {
        var allocation = id(
                "officer",
                FUNDING + "/allocations",
                Map.ofEntries(
                        Map.entry("reference", unique("E2E-ALL")),
                        Map.entry("programme", programme),
                        Map.entry("donor", "European Commission"),
                        Map.entry("recipient", "State Border Guard Service"),
                        Map.entry("actionType", "SPECIFIC_ACTION"),
                        Map.entry("purpose", "Cameras"),
                        Map.entry("amount", House.eur("1000.00")),
                        Map.entry("coFinancingRate", "0.8"),
                        Map.entry("decision", Map.of("reference", "E2E", "date", "2025-01-02")),
                        Map.entry("eligibility", Map.of("from", "2025-01-01", "to", "2026-12-31")),
                        Map.entry("sources", List.of())));
        house.post("approver", FUNDING + "/allocations/{id}/decision", APPROVED, allocation)
                .statusCode(200);
        var commitment = id(
                "officer",
                FUNDING + "/allocations/{id}/commitments",
                Map.of(
                        "project",
                        project,
                        "amount",
                        House.eur("500.00"),
                        "legalCommitment",
                        Map.of("reference", unique("E2E-COM"), "date", "2025-01-10")),
                allocation);
        house.post("approver", FUNDING + "/commitments/{id}/decision", APPROVED, commitment)
                .statusCode(200);
        return commitment;
    }

    static Page at(String user, String path, String language) {
        var page = browser.signedIn(house, user, 1440);
        page.navigate(house.url(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
        return page;
    }

    private static void submit(Page page) {
        page.locator("form#answers button.govuk-button:not([formaction])").click();
    }

    static void send(Page page, String form) {
        page.locator("form[action$='" + form + "'] button.govuk-button").first().click();
    }

    private static void nothingToDo(Page page) {
        assertThat(page.locator("input[name=outcome][value=APPROVED]")).hasCount(0);
        for (var form : List.of("/submission", "/payment")) {
            assertThat(page.locator("form[action$='" + form + "']")).hasCount(0);
        }
        assertThat(page.locator("a[href^='/claims/verification/']")).hasCount(0);
    }

    private static String recorded(Page officer, String commitment, String number) {
        officer.locator("a[href*='/claims/new?commitment=" + commitment + "']")
                .first()
                .click();
        submit(officer);
        assertThat(officer.locator(".govuk-error-summary")).isVisible();
        officer.locator("tr:has-text('" + number + "') input[type=checkbox]").check();
        submit(officer);
        submit(officer);
        return URI.create(officer.url()).getPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "lt"})
    void a_claim_goes_its_whole_way_through_four_people_of_whom_none_takes_two_of_its_steps(String language) {
        var project = project();
        var contract = contract(project, costLine(project));
        var number = paidInvoice(contract);
        var commitment = commitment(project);

        var officer = at("officer", "/commitments/" + commitment, language);
        var path = recorded(officer, commitment, number);
        assertThat(officer.locator(".ft-amount")).containsText("96");
        send(officer, "/submission");
        nothingToDo(officer);

        var verifier = at("verifier", path, language);
        verifier.locator("a[href^='/claims/verification/']").click();
        verifier.locator("details summary").first().click();
        verifier.locator("[name='deductions[1][0].amount']").fill("21");
        verifier.locator("input[name=outcome][value=APPROVED]").check();
        submit(verifier);
        assertThat(verifier.locator(".govuk-error-summary")).isVisible();
        verifier.locator("input[name='deductions[1][0].kind'][value=NOT_ELIGIBLE]")
                .check();
        verifier.locator("[name='deductions[1][0].reason']").fill("A gate that is not of the project");
        submit(verifier);
        submit(verifier);
        assertThat(verifier.locator("main")).containsText("A gate that is not of the project");
        nothingToDo(verifier);

        officer.reload();
        nothingToDo(officer);

        var approver = at("approver", path, language);
        approver.locator("input[name=outcome][value=RETURNED]").check();
        send(approver, "/authorisation");
        assertThat(approver.locator(".govuk-error-summary")).isVisible();
        approver.locator("input[name=outcome][value=APPROVED]").check();
        send(approver, "/authorisation");
        nothingToDo(approver);

        var accountant = at("accountant", path, language);
        accountant.locator("[name='paidOn.year']").fill("2025");
        accountant.locator("[name='paidOn.month']").fill("6");
        accountant.locator("[name='paidOn.day']").fill("10");
        send(accountant, "/payment");
        assertThat(accountant.locator(".govuk-error-summary")).isVisible();
        accountant.locator("[name=bankReference]").fill("VSAT-2025-0610");
        send(accountant, "/payment");
        assertThat(accountant.locator("main")).containsText("VSAT-2025-0610");
        nothingToDo(accountant);

        house.get("auditor", FUNDING + path)
                .body("status", equalTo("PAID"))
                .body("claimed.amount", equalTo("121.00"))
                .body("deducted.amount", equalTo("21.00"))
                .body("euShare.amount", equalTo("80.00"))
                .body("nationalShare.amount", equalTo("20.00"))
                .body("steps.step", contains("RECORD", "SUBMIT", "VERIFY", "AUTHORISE", "PAY"))
                .body("steps.person.id.unique().size()", equalTo(4));
        for (var page : new Page[] {officer, verifier, approver, accountant}) {
            page.context().close();
        }
    }

    /** The code of a programme whose checklist of two questions was recorded on its pages and is in force. */
    private static String programmeWithChecklist() {
        var code = unique("E2E-PRG");
        var programme = id(
                "officer",
                FUNDING + "/programmes",
                Map.of(
                        "code",
                        code,
                        "fund",
                        "BMVI",
                        "name",
                        "Border management",
                        "managementMode",
                        "SHARED",
                        "period",
                        Map.of("from", "2021-01-01", "to", "2027-12-31"),
                        "costScope",
                        List.of("SURVEILLANCE_SYSTEM")));
        var officer = at("officer", "/checklists/new?programme=" + programme, "en");
        officer.locator("[name=title]").fill("Verification of claims");
        officer.locator("[name=questions]").fill("Was it delivered?\nWas it paid?; Ar apmokėta?; CPR 63(2)");
        submit(officer);
        assertThat(officer.locator(".govuk-error-summary")).containsText("Lithuanian");
        officer.locator("[name=questions]")
                .fill("Was it delivered?; Ar pristatyta?\nWas it paid?; Ar apmokėta?; CPR 63(2)");
        submit(officer);
        submit(officer);
        var approver = at("approver", URI.create(officer.url()).getPath(), "lt");
        approver.locator("input[name=outcome][value=APPROVED]").check();
        send(approver, "/decision");
        assertThat(approver.locator("main")).containsText("Ar pristatyta?");
        house.get("auditor", FUNDING + "/checklists?inForce=true&programme=" + code)
                .body("items.number", contains(1));
        officer.context().close();
        approver.context().close();
        return code;
    }

    @Test
    void a_claim_is_verified_by_the_checklist_beside_its_papers_and_says_what_was_looked_at_and_found() {
        var project = project();
        var contract = contract(project, costLine(project));
        var number = paidInvoice(contract);
        var officer = at("officer", "/commitments/" + commitment(project, programmeWithChecklist()), "en");
        var path = recorded(officer, URI.create(officer.url()).getPath().substring("/commitments/".length()), number);
        send(officer, "/submission");

        var verifier = at("verifier", "/claims/verification/new?claim=" + path.substring("/claims/".length()), "en");
        verifier.locator("input[name$='[2].answer'][value=NO]").check();
        verifier.locator("input[name=sampled]").check();
        verifier.locator("details summary").first().click();
        deduct(verifier, 0, "5", "MISSING_PROOF");
        verifier.locator("button[formaction]").first().click();
        deduct(verifier, 1, "16", "INELIGIBLE_COST");
        verifier.locator("input[name=outcome][value=APPROVED]").check();
        submit(verifier);
        // the finding, which the service misses too, and what was looked at
        assertThat(verifier.locator(".govuk-error-summary li")).hasCount(3);
        verifier.locator("[name$='[2].finding']").fill("No bank statement");
        verifier.locator("input[name=looked][value=SAMPLE]").check();
        submit(verifier);
        submit(verifier);
        assertThat(verifier.locator("#checklist")).containsText("Verification of claims");
        assertThat(verifier.locator("#checklist")).containsText("No bank statement");

        house.get("auditor", FUNDING + path)
                .body("status", equalTo("VERIFIED"))
                .body("deducted.amount", equalTo("21.00"))
                .body("lines[0].sampled", equalTo(true))
                .body("lines[0].deductions.error", contains("MISSING_PROOF", "INELIGIBLE_COST"))
                .body("checklist.answered", equalTo(1))
                .body("checklist.of", equalTo(2))
                .body("checklist.answers.answer", contains(null, "NO"));
        officer.context().close();
        verifier.context().close();
    }

    private static void deduct(Page verifier, int n, String amount, String error) {
        var name = "deductions[1][" + n + "]";
        verifier.locator("[name='" + name + ".amount']").fill(amount);
        verifier.locator("input[name='" + name + ".kind'][value=NOT_PROVEN]").check();
        verifier.locator("[name='" + name + ".error']").selectOption(error);
        verifier.locator("[name='" + name + ".reason']").fill("The papers do not show it");
    }

    @Test
    void while_the_clock_is_stopped_a_claim_is_not_offered_to_be_approved_and_its_page_says_what_to_do() {
        var project = project();
        var number = paidInvoice(contract(project, costLine(project)));
        var commitment = commitment(project);
        var officer = at("officer", "/commitments/" + commitment, "en");
        var path = recorded(officer, commitment, number);
        send(officer, "/submission");
        var id = path.substring("/claims/".length());
        house.post("verifier", FUNDING + path + "/clock", Map.of("action", "STOP", "reason", "A paper is missing"))
                .statusCode(200);

        var verifier = at("verifier", "/claims/verification/new?claim=" + id, "en");
        assertThat(verifier.locator("input[name=outcome][value=RETURNED]")).hasCount(1);
        assertThat(verifier.locator("input[name=outcome][value=APPROVED]")).hasCount(0);
        assertThat(verifier.locator(".govuk-inset-text")).containsText("Let the clock go on");
        officer.context().close();
        verifier.context().close();
    }

    @Test
    void from_any_record_one_sees_the_euros_that_paid_it_and_what_they_paid() {
        var project = project();
        var contract = contract(project, costLine(project));
        var number = paidInvoice(contract);
        var commitment = commitment(project);
        var officer = at("officer", "/commitments/" + commitment, "en");
        var path = recorded(officer, commitment, number);
        send(officer, "/submission");

        officer.navigate(house.url("/trace?from=contract/" + contract));
        assertThat(officer.locator("#back-h ~ *")).containsText("E2E-ALL");
        assertThat(officer.locator("[data-sankey] svg")).isVisible();
        officer.navigate(house.url("/trace?from=claim/" + path.substring("/claims/".length())));
        assertThat(officer.locator("#onwards-h ~ *")).containsText("Cameras");
        house.get("auditor", "/api/v1/trace?from=contract/" + contract)
                .statusCode(200)
                .body("nodes.find { it.type == 'claim' }.amount.amount", equalTo("96.80"))
                .body("nodes.find { it.type == 'cost-line' }.amount.amount", equalTo("96.80"));
        house.get("auditor", "/api/v1/trace?from=contract").statusCode(400).body("field", equalTo("from"));
        officer.context().close();
    }
}
