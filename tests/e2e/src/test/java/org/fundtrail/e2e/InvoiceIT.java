package org.fundtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An invoice on its pages, in a browser: four people, each with one of its four steps. */
@ResourceLock(House.SHARED)
class InvoiceIT {
    private static final String API = "/api/infrastructure/v1";

    private static Browser browser;
    private static House house;

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

    private static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    /** The id of a contract in force. */
    private static String contract(String net) {
        String project = house.post(
                        "engineer",
                        API + "/projects",
                        Map.of(
                                "reference",
                                unique("E2E-PRJ"),
                                "title",
                                Map.of("en", "A fence", "lt", "Tvora"),
                                "kind",
                                "PHYSICAL_BARRIER",
                                "beneficiary",
                                "State Border Guard Service",
                                "period",
                                Map.of("from", "2025-01-01", "to", "2026-06-30")))
                .extract()
                .path("id");
        String id = house.post(
                        "engineer",
                        API + "/projects/" + project + "/contracts",
                        Map.of(
                                "reference",
                                unique("E2E-CON"),
                                "contractor",
                                Map.of("name", "UAB Tetas", "identifier", "300513148"),
                                "net",
                                eur(net),
                                "vatRate",
                                "0.21",
                                "signedOn",
                                "2025-01-13",
                                "dueOn",
                                "2025-12-30"))
                .extract()
                .path("id");
        house.post("approver", API + "/contracts/" + id + "/decision", Map.of("outcome", "APPROVED"));
        return id;
    }

    private static Page at(String user, String path) {
        var page = browser.signedIn(house, user, 1440);
        page.navigate(house.url(path + "?lang=en"));
        return page;
    }

    private static void date(Page page, String field, String year, String month, String day) {
        page.locator("[name='" + field + ".year']").fill(year);
        page.locator("[name='" + field + ".month']").fill(month);
        page.locator("[name='" + field + ".day']").fill(day);
    }

    private static void submit(Page page) {
        page.locator("form#answers button.govuk-button:not([formaction])").click();
    }

    private static void send(Page page, String form) {
        page.locator("form[action$='" + form + "'] button[type=submit]").first().click();
    }

    private static void nothingToDo(Page page, String... forms) {
        for (var form : forms) {
            assertThat(page.locator("form[action$='" + form + "']")).hasCount(0);
        }
    }

    @Test
    void an_invoice_goes_from_recording_to_payment_through_four_people_and_none_of_them_takes_two_of_its_steps() {
        var contract = contract("1000.00");
        var number = unique("TET");

        var engineer = at("engineer", "/contracts/" + contract);
        engineer.locator("#invoices a[role=button]").click();
        assertThat(engineer.locator("[name='supplier.identifier']")).hasValue("300513148");
        engineer.locator("[name=number]").fill(number);
        date(engineer, "issuedOn", "2025", "2", "28");
        engineer.locator("[name=net]").fill("400");
        engineer.locator("[name=vat]").fill("84");
        engineer.locator("[name=gross]").fill("485");
        engineer.locator("[name=acceptance]").fill("Delivery note PER-2022/31");
        submit(engineer);
        assertThat(engineer.locator(".govuk-error-summary")).containsText("net and VAT together");
        engineer.locator("[name=gross]").fill("484");
        submit(engineer);
        assertThat(engineer.locator("h1")).containsText("Check your answers");
        submit(engineer);
        assertThat(engineer.locator("h1")).containsText(number);
        var path = java.net.URI.create(engineer.url()).getPath();
        nothingToDo(engineer, "/match", "/approval", "/payment");

        var inspector = at("inspector", path);
        assertThat(inspector.locator("[name=acceptance]")).hasValue("Delivery note PER-2022/31");
        send(inspector, "/match");
        assertThat(inspector.locator("main")).containsText("waits for an approver");
        nothingToDo(inspector, "/match", "/approval", "/payment");

        engineer.reload();
        nothingToDo(engineer, "/match", "/approval", "/payment");

        var approver = at("approver", path);
        approver.locator("input[name=outcome][value=APPROVED]").check();
        send(approver, "/approval");
        assertThat(approver.locator("main")).containsText("waits for an accountant");
        nothingToDo(approver, "/match", "/approval", "/payment");

        var accountant = at("accountant", path);
        date(accountant, "paidOn", "2025", "3", "25");
        send(accountant, "/payment");
        assertThat(accountant.locator(".govuk-error-summary")).isVisible();
        assertThat(accountant.locator("[name='paidOn.day']")).hasValue("25");
        accountant.locator("[name=proof]").fill("Payment order 2022-00417");
        send(accountant, "/payment");
        assertThat(accountant.locator("main")).containsText("recorded as paid");
        nothingToDo(accountant, "/match", "/approval", "/payment");

        house.get("auditor", API + path)
                .body("status", equalTo("PAID"))
                .body("steps.step", contains("RECORD", "MATCH", "APPROVE", "PAY"))
                .body("steps.person.id.unique().size()", equalTo(4));
        for (var page : new Page[] {engineer, inspector, approver, accountant}) {
            page.context().close();
        }
    }

    @Test
    void a_number_that_is_taken_is_recorded_with_a_reason_which_the_approver_sees_and_a_credit_note_takes_back() {
        var contract = contract("1000.00");
        var number = unique("TET");
        String first = invoice(contract, number, null);
        var second = invoice(contract, number, "Their numbers began anew");
        house.post("inspector", API + "/invoices/" + second + "/match", Map.of());

        var approver = at("approver", "/invoices/" + second);
        assertThat(approver.locator("main")).containsText("Their numbers began anew");
        assertThat(approver.locator("main a[href='/invoices/" + first + "']").first())
                .isVisible();
        approver.locator("input[name=outcome][value=APPROVED]").check();
        send(approver, "/approval");
        approver.context().close();

        var engineer = at("engineer", "/invoices/" + second);
        engineer.locator("#credit-notes a[role=button]").click();
        engineer.locator("[name=number]").fill(unique("K"));
        date(engineer, "issuedOn", "2025", "4", "11");
        engineer.locator("[name=net]").fill("10");
        engineer.locator("[name=vat]").fill("2.10");
        engineer.locator("[name=gross]").fill("12.10");
        engineer.locator("[name=reason]").fill("Billed twice");
        submit(engineer);
        submit(engineer);
        assertThat(engineer.locator("#credit-notes")).containsText("Billed twice");
        assertEquals(
                "12.10",
                house.get("auditor", API + "/invoices/" + second).extract().<String>path("credited.amount"));
        engineer.context().close();
    }

    private static String invoice(String contract, String number, String override) {
        var terms = new java.util.HashMap<String, Object>(Map.of(
                "contract",
                contract,
                "number",
                number,
                "supplier",
                Map.of("name", "UAB Tetas", "identifier", "300513148"),
                "issuedOn",
                "2025-02-28",
                "net",
                eur("100.00"),
                "vat",
                eur("21.00"),
                "gross",
                eur("121.00"),
                "acceptance",
                "Delivery note"));
        if (override != null) {
            terms.put("override", Map.of("reason", override));
        }
        return house.post("engineer", API + "/invoices", terms).extract().path("id");
    }
}
