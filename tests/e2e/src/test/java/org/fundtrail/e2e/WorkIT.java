package org.fundtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.fundtrail.e2e.Browser.choose;
import static org.fundtrail.e2e.Browser.press;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Work as it is done: through long lists, and from one person to the other; by keyboard and without scripts. */
@ResourceLock(House.SHARED)
class WorkIT {
    private static final int MANY = 2000;
    private static final String FUNDING = "/api/funding/v1";

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

    @Test
    void a_list_of_two_thousand_records_is_worked_through_at_a_desk_and_on_a_phone() throws InterruptedException {
        var series = "WORK" + UUID.randomUUID().toString().substring(0, 6);
        record(series);
        for (int width : new int[] {1440, 390}) {
            var page = browser.signedInWithoutScripts(house, "officer", width);
            page.navigate(house.url("/programmes?lang=en&sort=code&q=" + series));
            assertThat(page.locator("main")).containsText("1 to 50 of 2,000");
            assertThat(page.locator("main tbody tr").first()).containsText(series + "-0000");
            press(page.locator("a[rel=next]"));
            assertThat(page.locator("main")).containsText("51 to 100 of 2,000");
            assertThat(page.locator("main tbody tr").first()).containsText(series + "-0050");
            press(page.locator("a[rel=prev]"));
            assertThat(page.locator("main")).containsText("1 to 50 of 2,000");
            if (width > 1000) {
                press(page.locator("main thead a").first());
            } else {
                page.navigate(house.url("/programmes?lang=en&sort=-code&q=" + series));
            }
            assertThat(page.locator("main tbody tr").first()).containsText(series + "-1999");
            assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), "nothing is behind the edge");
            page.navigate(house.url("/search?lang=en&q=" + series + "-1234"));
            press(page.locator("main a", new Page.LocatorOptions().setHasText(series + "-1234"))
                    .first());
            assertThat(page.locator("h1")).containsText(series + "-1234");
            page.context().close();
        }
    }

    private static void record(String series) throws InterruptedException {
        var clerks = Executors.newFixedThreadPool(8);
        for (int n = 0; n < MANY; n++) {
            var code = "%s-%04d".formatted(series, n);
            clerks.execute(() -> {
                var programme = Map.of(
                        "code",
                        code,
                        "name",
                        "One of very many",
                        "fund",
                        "AMIF",
                        "managementMode",
                        "SHARED",
                        "period",
                        Map.of("from", "2021-01-01", "to", "2027-12-31"),
                        "costScope",
                        new String[] {"RECEPTION"});
                var key = UUID.randomUUID().toString();
                while (house.as("officer")
                                .header("Idempotency-Key", key)
                                .body(programme)
                                .post(FUNDING + "/programmes")
                                .statusCode()
                        == 429) {
                    House.pause(); // so many from one person are told to wait
                }
            });
        }
        clerks.shutdown();
        assertTrue(clerks.awaitTermination(4, TimeUnit.MINUTES));
    }

    @Test
    void a_record_is_returned_mended_and_approved_by_people_who_are_led_by_their_worklists() {
        var allocation = allocation();
        var reference = "LC-" + UUID.randomUUID().toString().substring(0, 8);
        var officer = withoutScripts("verifier");
        officer.navigate(house.url("/commitments/new?lang=en&allocation=" + allocation));
        officer.locator("[name=project]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        officer.locator("[name=amount]").fill("40");
        officer.locator("[name='legalCommitment.reference']").fill(reference);
        day(officer, "legalCommitment.date", "2026", "3", "2");
        press(officer.locator("form#answers button.govuk-button:not([formaction])"));
        officer.navigate(house.url("/"));
        press(officer.locator("#drafts a").first());
        press(officer.locator("form#answers button.govuk-button:not([formaction])"));
        assertThat(officer.locator(".ft-done")).isVisible();
        var record = officer.url();

        var approver = withoutScripts("approver");
        toDecide(approver, "commitment");
        press(approver.locator("main a", new Page.LocatorOptions().setHasText(reference))
                .first());
        assertThat(approver.locator(".ft-checks")).isVisible();
        decide(approver, "RETURNED", "It is 45");

        officer.navigate(house.url("/"));
        assertThat(officer.locator("#worklist")).containsText("It is 45");
        press(officer.locator("#worklist a", new Page.LocatorOptions().setHasText(reference))
                .first());
        assertEquals(record, officer.url());
        press(officer.locator("a[href$='/change']"));
        officer.locator("[name=amount]").fill("45");
        press(officer.locator("form#answers button.govuk-button:not([formaction])"));
        press(officer.locator("form#answers button.govuk-button:not([formaction])"));
        assertThat(officer.locator(".ft-done")).isVisible();
        officer.navigate(house.url("/"));
        assertThat(officer.locator("#worklist a", new Page.LocatorOptions().setHasText(reference)))
                .hasCount(0);
        officer.context().close();

        toDecide(approver, "commitment");
        press(approver.locator("main a", new Page.LocatorOptions().setHasText(reference))
                .first());
        assertThat(approver.locator("#changed")).containsText("€45.00");
        decide(approver, "APPROVED", "");
        assertThat(approver.locator(".ft-done")).isVisible();
        approver.context().close();
        house.get("auditor", FUNDING + "/commitments/" + record.replaceAll(".*/", ""))
                .body("status", equalTo("APPROVED"))
                .body("amount.amount", equalTo("45.00"));
    }

    @Test
    void a_decision_and_a_comment_that_were_begun_are_found_again_by_a_script_or_a_button_on_any_device() {
        var page = "/allocations/" + proposed();
        var desk = browser.signedIn(house, "approver", 1440);
        desk.navigate(house.url(page + "?lang=en"));
        desk.locator("#decide input[value=RETURNED]").check();
        desk.waitForResponse(
                answer -> answer.status() == 204 && answer.url().endsWith("/decision"),
                () -> desk.locator("#decide [name=reason]").pressSequentially("The rate is"));
        desk.reload();
        assertThat(desk.locator("#decide [name=reason]")).hasValue("The rate is");
        desk.context().close(); // without a word, as when the battery is empty

        var phone = browser.signedInWithoutScripts(house, "approver", 390);
        press(phone.locator("#drafts a[href^='" + page + "']"));
        assertThat(phone.locator("#decide [name=reason]")).hasValue("The rate is");
        assertThat(phone.locator("#decide input[value=RETURNED]")).isChecked();
        press(phone.locator("#comments > details > summary"));
        var comment = phone.locator("#comments > details form");
        comment.locator("[name=text]").fill("Which act says so?");
        press(comment.locator("button[name=keep]"));
        assertThat(phone.locator(".ft-done")).containsText("Kept for you");
        assertThat(comment.locator("[name=text]")).hasValue("Which act says so?");
        press(comment.locator("button.govuk-button:not([formaction])"));
        assertThat(phone.locator(".ft-done")).containsText("Your comment is recorded");
        assertThat(phone.locator("#comments > details form [name=text]")).hasValue("");
        decide(phone, "RETURNED", "The rate is too high");
        assertThat(phone.locator(".ft-done")).containsText("sent back");
        phone.navigate(house.url("/"));
        assertThat(phone.locator("#drafts a[href^='" + page + "']")).hasCount(0);
        phone.context().close();
    }

    @Test
    void where_no_mail_server_is_set_nothing_is_seen_of_mails_but_that_sentence() {
        var page = withoutScripts("auditor");
        press(page.locator(".ft-user a[href='/settings']"));
        assertThat(page.locator("main")).containsText("This installation sends no mail: no mail server is set.");
        assertThat(page.locator("main form")).hasCount(0);
        page.context().close();
    }

    private static Page withoutScripts(String user) {
        return browser.signedInWithoutScripts(house, user, 1440);
    }

    /** From the worklist to what of this kind waits for whoever reads it. */
    private static void toDecide(Page page, String type) {
        page.navigate(house.url("/"));
        press(page.locator("#worklist a[href^='/approvals']"));
        page.locator("select[name=type]").selectOption(type);
        press(page.locator(".ft-filter button[type=submit]"));
    }

    private static void decide(Page page, String outcome, String reason) {
        choose(page.locator("input[name=outcome][value=" + outcome + "]"));
        page.locator(".ft-decide [name=reason]").fill(reason);
        press(page.locator(".ft-decide button.govuk-button"));
    }

    private static void day(Page page, String field, String year, String month, String day) {
        page.locator("[name='" + field + ".year']").fill(year);
        page.locator("[name='" + field + ".month']").fill(month);
        page.locator("[name='" + field + ".day']").fill(day);
    }

    /** In force, with 100 to commit. */
    private static String allocation() {
        var id = proposed();
        house.post("approver", FUNDING + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    private static String proposed() {
        var code = "WRK-" + UUID.randomUUID().toString().substring(0, 8);
        house.post(
                        "officer",
                        FUNDING + "/programmes",
                        Map.of(
                                "code",
                                code,
                                "name",
                                "Work",
                                "fund",
                                "BMVI",
                                "managementMode",
                                "SHARED",
                                "period",
                                Map.of("from", "2021-01-01", "to", "2027-12-31"),
                                "costScope",
                                new String[] {"PHYSICAL_BARRIER", "SURVEILLANCE_SYSTEM"}))
                .statusCode(201);
        return house.post("officer", FUNDING + "/allocations", terms(code))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> terms(String programme) {
        return Map.of(
                "reference",
                programme + "-A",
                "programme",
                programme,
                "donor",
                "European Commission",
                "recipient",
                "Ministry of the Interior",
                "actionType",
                "REGULAR",
                "purpose",
                "Work goes from one to the other",
                "amount",
                House.eur("100.00"),
                "coFinancingRate",
                "0.75",
                "decision",
                Map.of("reference", "2026-45-12", "date", "2026-03-01"),
                "eligibility",
                Map.of("from", "2026-01-01", "to", "2027-12-31"));
    }
}
