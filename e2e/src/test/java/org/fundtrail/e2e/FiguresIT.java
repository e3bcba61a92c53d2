package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure of the overview is a link to what it is made of, whose total there is the same to the cent. */
class FiguresIT {
    private static final Pattern MONEY = Pattern.compile("€[\\d,]+\\.\\d\\d");

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

    private record Figure(String name, String amount, String href) {}

    private static String money(String text) {
        Matcher found = MONEY.matcher(text);
        assertTrue(found.find(), text);
        return found.group();
    }

    @Test
    void each_figure_of_today_and_of_a_past_day_leads_to_a_total_that_is_the_same() {
        var page = browser.signedIn(house, "auditor", 1440);
        for (var day :
                List.of("2021-12-31", LocalDate.now(ZoneId.of("Europe/Vilnius")).toString())) {
            page.navigate(house.url("/?lang=en&asOf=" + day));
            var figures = new ArrayList<Figure>();
            for (var figure : page.locator(".ft-kpi").all()) {
                figures.add(new Figure(
                        figure.locator("dt").innerText(),
                        money(figure.locator(".ft-kpi__n").innerText()),
                        figure.locator("a").getAttribute("href")));
            }
            assertTrue(figures.size() >= 6, figures.toString());
            for (var figure : figures) {
                assertTrue(figure.href.contains("asOf=" + day), figure.toString());
                page.navigate(house.url(figure.href));
                var total = figure.href.contains("#") ? page.locator("#coverage-total") : page.locator("#total");
                assertTrue(total.isVisible(), figure + ": a link opens what is folded");
                assertTrue(total.innerText().contains(figure.amount), figure + " is not in " + total.innerText());
                if (!figure.href.contains("#")) {
                    assertEquals(figure.amount, money(total.innerText()), figure.toString());
                    assertTrue(page.locator(".ft-past").isVisible(), figure.toString());
                }
            }
        }
        page.context().close();
    }
}
