package org.fundtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.fundtrail.e2e.Browser.choose;
import static org.fundtrail.e2e.Browser.press;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A day at the ministry, in a browser: two people, both languages. */
@ResourceLock(House.SHARED)
class OfficeIT {
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
    void the_overview_says_the_gap_in_both_languages() {
        var page = browser.signedIn(house, "auditor", 1440);
        page.navigate(house.url("/?asOf=2024-12-31&lang=en"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("main")).containsText("€347.5 million");
        assertThat(page.locator("main")).containsText("€500.0 million");
        page.navigate(house.url("/?asOf=2024-12-31&lang=lt"));
        assertThat(page.locator("html")).hasAttribute("lang", "lt");
        assertThat(page.locator("main")).containsText(Pattern.compile("347,5\\s*mln"));
        page.context().close();
    }

    @Test
    void an_allocation_is_recorded_in_steps_with_what_was_typed_kept_and_approved_by_a_second_person() {
        var reference = "E2E-" + UUID.randomUUID().toString().substring(0, 8);
        var page = browser.signedIn(house, "officer", 1440);
        page.navigate(house.url("/allocations/new?lang=lt"));
        page.locator("[name=programme]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("[name=reference]").fill(reference);
        page.locator("[name=donor]").fill("Europos Komisija");
        page.locator("[name=recipient]").fill("Vidaus reikalų ministerija");
        page.locator("[name=actionType]").selectOption("SPECIFIC_ACTION");
        page.locator("[name=purpose]").fill("Pavyzdinis skyrimas");
        submit(page);

        page.locator("[name=amount]").fill("15.400");
        page.locator("[name=coFinancingRate]").fill("110");
        page.locator("[name='decision.reference']").fill("C(2026) 7812");
        date(page, "decision.date", "2026", "2", "31");
        date(page, "eligibility.from", "2027", "1", "1");
        date(page, "eligibility.to", "2026", "12", "31");
        submit(page);
        assertTrue(page.title().startsWith("Klaida"), page.title());
        assertThat(page.locator(".govuk-error-summary")).isFocused();
        assertThat(page.locator(".govuk-error-summary__list li")).hasCount(4);
        assertThat(page.locator("[name=amount]")).hasValue("15.400");
        assertThat(page.locator("[name='decision.date.day']")).hasValue("31");

        page.locator("[name=amount]").fill("15 400 000,25");
        page.locator("[name=coFinancingRate]").fill("90");
        date(page, "decision.date", "2026", "3", "12");
        date(page, "eligibility.to", "2028", "12", "31");
        submit(page); // to the sources
        submit(page); // to check answers
        assertThat(page.locator("main")).containsText(Pattern.compile("15\\s400\\s000,25"));
        submit(page);
        assertThat(page.locator("main")).containsText(reference);

        house.get("officer", "/api/funding/v1/allocations?q=" + reference)
                .body("items", hasSize(1))
                .body("items[0].amount.amount", equalTo("15400000.25"))
                .body("items[0].coFinancingRate", equalTo("0.9"))
                .body("items[0].status", equalTo("PROPOSED"));
        page.context().close();

        var approver = browser.signedIn(house, "approver", 1440);
        approver.navigate(house.url("/approvals?lang=en"));
        approver.locator("main a", new Page.LocatorOptions().setHasText(reference))
                .first()
                .click();
        approver.locator("input[name=outcome][value=REJECTED]").check();
        approver.locator("form:has(input[name=outcome]) button.govuk-button").click();
        assertTrue(approver.title().startsWith("Error"), approver.title());
        approver.locator("input[name=outcome][value=APPROVED]").check();
        approver.locator("form:has(input[name=outcome]) button.govuk-button").click();
        house.get("officer", "/api/funding/v1/allocations?q=" + reference).body("items[0].status", equalTo("APPROVED"));
        approver.context().close();
    }

    @Test
    void a_form_loses_nothing_going_back_and_forth_loaded_again_and_signed_out_and_records_once() {
        var code = "E2E-" + UUID.randomUUID().toString().substring(0, 8);
        var page = browser.signedInWithoutScripts(house, "officer", 1440);
        page.navigate(house.url("/programmes/new?lang=en"));
        page.locator("[name=code]").fill(code);
        page.locator("[name=name]").fill("  A programme that is typed with care ");
        page.locator("[name=fund]").selectOption("AMIF");
        choose(page.locator("[name=managementMode]").first());
        date(page, "period.from", "2021", "1", "1");
        date(page, "period.to", "2027", "2", "31");
        send(page);
        assertTrue(page.title().startsWith("Error"), page.title());
        page.reload();
        assertThat(page.locator("[name='period.to.day']")).hasValue("31");
        date(page, "period.to", "2027", "12", "31");
        choose(page.locator("[name=costScope]").first());
        send(page);
        assertThat(page.locator("h1")).containsText("Check your answers");
        for (int n = 0; n < 3 && page.locator("input[type=text][name=code]").count() == 0; n++) {
            page.goBack();
        }
        assertThat(page.locator("[name=code]")).hasValue(code);
        for (int n = 0; n < 3 && page.locator("input[type=text][name=code]").count() == 1; n++) {
            page.goForward();
        }
        page.reload();
        assertThat(page.locator("main")).containsText("31 December 2027");

        press(page.locator("form[action='/sign-out'] button"));
        page.context().close();
        var elsewhere = browser.signedInWithoutScripts(house, "officer", 390);
        press(elsewhere.locator("#drafts a", new Page.LocatorOptions().setHasText(code)));
        assertThat(elsewhere.locator("main")).containsText("31 December 2027");
        var checked = elsewhere.url();
        elsewhere.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("fundtrail-session"));
        send(elsewhere);
        assertThat(elsewhere.locator("main")).containsText("Your session has ended");
        elsewhere.locator("input[name=j_username]").fill("officer");
        elsewhere.locator("input[name=j_password]").fill("demo");
        press(elsewhere.locator("form[action='/j_security_check'] button"));
        assertThat(elsewhere.locator("h1")).containsText("What you sent is still here");
        press(elsewhere.locator("form#again button"));
        assertThat(elsewhere.locator("main")).containsText("A programme that is typed with care");
        var recorded = elsewhere.url();
        elsewhere.navigate(checked);
        assertEquals(recorded, elsewhere.url(), "it leads to what it recorded");
        elsewhere.navigate(house.url("/"));
        assertThat(elsewhere.locator("#drafts a", new Page.LocatorOptions().setHasText(code)))
                .hasCount(0);
        house.get("officer", "/api/funding/v1/programmes?q=" + code).body("items", hasSize(1));
        elsewhere.context().close();
    }

    @Test
    void an_approver_finds_the_decision_form_and_the_officer_who_recorded_it_does_not() {
        var programme = house.get("officer", "/api/funding/v1/programmes")
                .statusCode(200)
                .extract()
                .<String>path("items[0].code");
        var id = house.post(
                        "officer",
                        "/api/funding/v1/allocations",
                        Map.of(
                                "reference",
                                "E2E-" + UUID.randomUUID().toString().substring(0, 8),
                                "programme",
                                programme,
                                "donor",
                                "European Commission",
                                "recipient",
                                "Ministry of the Interior",
                                "actionType",
                                "REGULAR",
                                "purpose",
                                "Two people look at it",
                                "amount",
                                House.eur("100.00"),
                                "coFinancingRate",
                                "0.75",
                                "decision",
                                Map.of("reference", "2021-45-12", "date", "2026-03-01"),
                                "eligibility",
                                Map.of("from", "2026-01-01", "to", "2027-12-31")))
                .statusCode(201)
                .extract()
                .<String>path("id");
        for (var user : List.of("officer", "approver")) {
            var page = browser.signedIn(house, user, 1440);
            assertEquals(200, page.navigate(house.url("/allocations/" + id)).status());
            assertEquals(
                    user.equals("approver") ? 3 : 0,
                    page.locator("input[name=outcome]").count(),
                    user);
            page.context().close();
        }
    }

    @Test
    void a_baseline_is_proposed_with_its_effect_on_the_gap_and_decided_by_somebody_else() {
        var position = "/api/v1/financing-position?asOf=2024-12-31";
        var before = house.get("auditor", position).extract().path("totals.gap.amount");
        var engineer = browser.signedIn(house, "engineer", 1440);
        engineer.navigate(house.url("/projects?lang=en"));
        engineer.locator("main a", new Page.LocatorOptions().setHasText("barrier"))
                .first()
                .click();
        engineer.locator("#estimates a[href^='/baselines/new/']").first().click();
        assertThat(engineer.locator("main")).containsText("What it does to the figures");
        var start = engineer.url();
        submit(engineer);
        assertTrue(engineer.title().startsWith("Error"), engineer.title());
        engineer.locator("[name=reason]").fill("The first estimate is compared");
        submit(engineer);
        engineer.reload();
        assertThat(engineer.locator("h1")).containsText("Check your answers");
        engineer.navigate(start); // as who goes back to it
        assertThat(engineer.locator("textarea[name=reason]")).hasValue("The first estimate is compared");
        submit(engineer);
        assertThat(engineer.locator("dl")).containsText("The first estimate is compared");
        submit(engineer);
        assertThat(engineer.locator(".govuk-notification-banner")).containsText("waits for an approver");
        assertThat(engineer.locator("input[name=outcome]")).hasCount(0);
        var baseline = engineer.url().replaceAll(".*/baselines/([^?]+).*", "$1");
        engineer.context().close();
        assertEquals(before, house.get("auditor", position).extract().path("totals.gap.amount"));

        var approver = browser.signedIn(house, "approver", 1440);
        approver.navigate(house.url("/approvals?lang=lt"));
        approver.locator("main a[href='/baselines/" + baseline + "']").first().click();
        assertThat(approver.locator("main")).containsText("The first estimate is compared");
        approver.locator("input[name=outcome][value=RETURNED]").check();
        approver.locator("[name=reason]").last().fill("Lieka sudarytų sutarčių suma");
        approver.locator("form:has(input[name=outcome]) button.govuk-button").click();
        assertThat(approver.locator(".govuk-notification-banner")).containsText("grąžintas");
        assertThat(approver.locator(".ft-route")).containsText("Lieka sudarytų sutarčių suma");
        approver.context().close();
        house.get("auditor", "/api/infrastructure/v1/baselines/" + baseline)
                .body("status", equalTo("RETURNED"))
                .body("steps.step", equalTo(List.of("PROPOSE", "RETURN")));
    }

    @Test
    void pages_work_without_scripts() {
        var window = browser.withoutScripts();
        var page = window.newPage();
        page.navigate(house.url("/sign-in"));
        page.locator("input[name=j_username]").fill("officer");
        page.locator("input[name=j_password]").fill("demo");
        page.locator("form[action='/j_security_check'] button").click();
        assertEquals(house.url("/"), page.url());
        page.navigate(house.url("/allocations"));
        assertThat(page.locator("main table")).isVisible();
        window.close();
    }

    /** As whoever uses no mouse. */
    private static void send(Page page) {
        press(page.locator("form#answers button.govuk-button:not([formaction])"));
    }

    private static void submit(Page page) {
        page.locator("form#answers button.govuk-button:not([formaction])").click();
    }

    private static void date(Page page, String field, String year, String month, String day) {
        page.locator("[name='" + field + ".year']").fill(year);
        page.locator("[name='" + field + ".month']").fill(month);
        page.locator("[name='" + field + ".day']").fill(day);
    }
}
