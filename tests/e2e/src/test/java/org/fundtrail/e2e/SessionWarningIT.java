package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a browser with scripts does for who fills in a form: it warns before the session ends, and takes a day that is pasted whole. */
class SessionWarningIT {
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

    private static void gone(Locator dialog) {
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static Page form() {
        var page = browser.signedIn(house, "officer", 390);
        page.clock().install();
        page.navigate(house.url("/allocations/new?lang=en"));
        page.locator("#donor").fill("European Commission");
        return page;
    }

    @Test
    void five_minutes_before_a_session_ends_a_warning_comes_and_enter_prolongs_it() {
        var page = form();
        var warning = page.locator("#session-ends");
        page.clock().fastForward("23:00");
        assertFalse(warning.isVisible());
        page.clock().fastForward("01:30");
        warning.waitFor();
        assertTrue(warning.innerText().contains("Your session ends soon"), warning.innerText());
        assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
        page.keyboard().press("Enter");
        gone(warning);
        assertEquals("European Commission", page.locator("#donor").inputValue());
        page.clock().fastForward("23:00");
        assertFalse(warning.isVisible(), "it counts anew");
        page.context().close();
    }

    @Test
    void who_closes_the_warning_hears_of_the_end_and_keeps_what_was_typed() {
        var page = form();
        page.clock().fastForward("24:30");
        page.locator("#session-ends").waitFor();
        page.keyboard().press("Escape");
        gone(page.locator("#session-ends"));
        page.clock().fastForward("06:00");
        page.locator("#session-ended").waitFor();
        page.locator("#session-ended [data-close]").click();
        gone(page.locator("#session-ended"));
        assertEquals("European Commission", page.locator("#donor").inputValue());
        page.context().close();
    }

    @Test
    void one_window_that_stays_signed_in_keeps_the_others_quiet() {
        var first = form();
        var second = first.context().newPage();
        second.navigate(house.url("/"));
        first.clock().fastForward("24:30"); // the clock of both
        first.locator("#session-ends").waitFor();
        second.locator("#session-ends").waitFor();
        second.locator("#session-ends [data-stay]").click();
        gone(second.locator("#session-ends"));
        gone(first.locator("#session-ends"));
        first.context().close();
    }

    @Test
    void a_day_that_is_pasted_whole_goes_into_its_three_fields() {
        var page = browser.signedIn(house, "engineer", 1440);
        page.navigate(house.url("/projects/new?lang=en"));
        page.evaluate("""
                document.getElementById('period.from.month').dispatchEvent(Object.assign(
                    new Event('paste', {bubbles: true, cancelable: true}), {clipboardData: {getData: () => ' 12.03.2026 '}}))""");
        for (var part : List.of("day 12", "month 03", "year 2026")) {
            var name = part.split(" ");
            assertEquals(
                    name[1], page.locator("[id='period.from." + name[0] + "']").inputValue());
        }
        page.context().close();
    }
}
