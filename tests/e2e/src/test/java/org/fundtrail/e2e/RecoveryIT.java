package org.fundtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is to be paid back of a claim, on its pages, in a browser: from the credit note to the payment. */
@ResourceLock(House.SHARED)
class RecoveryIT {
    @BeforeAll
    static void open() {
        ClaimIT.open();
    }

    @AfterAll
    static void close() {
        ClaimIT.close();
    }

    /** The id of a claim of EUR 121.00 for an invoice, paid by four people. */
    private static String paidClaim(String project, String commitment, String invoice) {
        String allocation = ClaimIT.house
                .get("officer", ClaimIT.FUNDING + "/commitments/{id}", commitment)
                .extract()
                .path("allocation.id");
        var claim = ClaimIT.id(
                "officer",
                ClaimIT.FUNDING + "/claims",
                Map.of("allocation", allocation, "project", project, "invoices", List.of(invoice)));
        ClaimIT.house
                .post("officer", ClaimIT.FUNDING + "/claims/{id}/submission", Map.of(), claim)
                .statusCode(200);
        ClaimIT.house
                .post("verifier", ClaimIT.FUNDING + "/claims/{id}/verification", ClaimIT.APPROVED, claim)
                .statusCode(200);
        ClaimIT.house
                .post("approver", ClaimIT.FUNDING + "/claims/{id}/authorisation", ClaimIT.APPROVED, claim)
                .statusCode(200);
        var payment = Map.of("paidOn", "2025-06-10", "bankReference", "VSAT-2025-0611");
        ClaimIT.house
                .post("accountant", ClaimIT.FUNDING + "/claims/{id}/payment", payment, claim)
                .statusCode(200);
        return claim;
    }

    private static void credit(String invoice) {
        ClaimIT.id(
                "engineer",
                ClaimIT.INFRASTRUCTURE + "/invoices/{id}/credit",
                Map.of(
                        "number",
                        ClaimIT.unique("KR"),
                        "issuedOn",
                        "2025-07-01",
                        "net",
                        House.eur("50.00"),
                        "vat",
                        House.eur("10.50"),
                        "gross",
                        House.eur("60.50"),
                        "reason",
                        "Half of it was sent back"),
                invoice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "lt"})
    void what_a_credit_note_takes_back_of_a_paid_claim_is_ordered_and_paid_back(String language) {
        var project = ClaimIT.project();
        var number = ClaimIT.paidInvoice(ClaimIT.contract(project, ClaimIT.costLine(project)));
        String invoice = ClaimIT.house
                .get("officer", ClaimIT.INFRASTRUCTURE + "/invoices?number={n}", number)
                .extract()
                .path("items[0].id");
        var claim = paidClaim(project, ClaimIT.commitment(project), invoice);
        credit(invoice);

        var officer = ClaimIT.at("officer", "/claims/" + claim, language);
        var recovery = officer.locator("#recoveries tbody a");
        for (int n = 0; n < 60 && recovery.count() == 0; n++) {
            officer.waitForTimeout(500);
            officer.reload();
        }
        recovery.click();
        var path = URI.create(officer.url()).getPath();
        assertThat(officer.locator("form[action$='/decision']")).hasCount(0);

        var approver = ClaimIT.at("approver", path, language);
        approver.locator("input[name=outcome][value=APPROVED]").check();
        approver.locator("[name='interest.ecbRate']").fill(language.equals("lt") ? "2,15" : "2.15");
        approver.locator("[name='interest.points'][value='3.5']").check();
        ClaimIT.send(approver, "/decision");
        assertThat(approver.locator("main")).containsText("DN-");
        assertThat(approver.locator("form[action$='/payment']")).hasCount(0);

        var accountant = ClaimIT.at("accountant", path, language);
        var today = LocalDate.now(ZoneId.of("Europe/Vilnius"));
        accountant.locator("[name='paidOn.year']").fill(String.valueOf(today.getYear()));
        accountant.locator("[name='paidOn.month']").fill(String.valueOf(today.getMonthValue()));
        accountant.locator("[name='paidOn.day']").fill(String.valueOf(today.getDayOfMonth()));
        ClaimIT.send(accountant, "/payment");
        assertThat(accountant.locator(".govuk-error-summary")).isVisible();
        accountant.locator("[name=bankReference]").fill("VRM-0031");
        ClaimIT.send(accountant, "/payment");
        assertThat(accountant.locator("main")).containsText("VRM-0031");

        ClaimIT.house
                .get("auditor", ClaimIT.FUNDING + path)
                .body("status", equalTo("PAID"))
                .body("ofCredit", equalTo(true))
                .body("debitNote.number", startsWith("DN-"))
                .body("interest.rate", equalTo("5.65"))
                .body("bankReference", equalTo("VRM-0031"));
        for (var page : new Page[] {officer, approver, accountant}) {
            page.context().close();
        }
    }
}
