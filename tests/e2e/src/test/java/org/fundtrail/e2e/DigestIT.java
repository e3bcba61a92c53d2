package org.fundtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The mail digest: turned on without scripts, sent by one of two gateways to a mail server over two mornings, and what it says. */
@ResourceLock(House.OWN)
class DigestIT {
    private static final String FUNDING = "/api/funding/v1";
    private static final ZoneId VILNIUS = ZoneId.of("Europe/Vilnius");
    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final List<String> HOLIDAYS = List.of(
            "01-01", "02-16", "03-11", "05-01", "06-24", "07-06", "08-15", "11-01", "11-02", "12-24", "12-25", "12-26");

    private static Browser browser;
    private static House house;
    private static Process second;
    private static GreenMail mails;
    private static Path clock;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        mails = mailServer(0);
        clock = Files.createTempDirectory("fundtrail-digest").resolve("clock");
        house = new House(
                "digest",
                Map.of(
                        "FUNDTRAIL_CLOCK_FILE",
                        clock.toString(),
                        "FUNDTRAIL_SMTP_HOST",
                        "127.0.0.1",
                        "FUNDTRAIL_SMTP_PORT",
                        String.valueOf(mails.getSmtp().getPort()),
                        "FUNDTRAIL_SMTP_TLS",
                        "none",
                        "FUNDTRAIL_SMTP_FROM",
                        "fundtrail@example.org",
                        "FUNDTRAIL_SEND_DIGESTS_EVERY",
                        "1s"));
        house.start();
        int port = House.freePort();
        second = house.again(
                "gateway",
                Map.of(
                        "FUNDTRAIL_PORT",
                        String.valueOf(port),
                        "FUNDTRAIL_SECURITY_LOG",
                        house.data.resolve("second-security.log").toString()));
        await("the second gateway is ready", () -> isReady(port));
    }

    @AfterAll
    static void close() {
        if (second != null) {
            second.destroyForcibly();
        }
        if (house != null) {
            house.stop();
        }
        mails.stop();
        browser.close();
    }

    private static GreenMail mailServer(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static boolean isReady(int port) {
        try {
            return given().baseUri("http://127.0.0.1:" + port)
                            .get("/q/health/ready")
                            .statusCode()
                    == 200;
        } catch (Exception e) {
            return false;
        }
    }

    private interface Check {
        boolean holds() throws IOException;
    }

    private static void await(String what, Check check) throws IOException {
        var until = Instant.now().plus(AT_MOST);
        while (!check.holds()) {
            assertTrue(Instant.now().isBefore(until), what);
            House.pause();
        }
    }

    private static boolean isWorkedOn(LocalDate day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.THURSDAY.getValue()
                && day.getDayOfWeek() != DayOfWeek.MONDAY // of Easter
                && !HOLIDAYS.contains(day.toString().substring(5));
    }

    private static void set(LocalDate day, LocalTime time) throws IOException {
        var ahead = Duration.between(Instant.now(), day.atTime(time).atZone(VILNIUS));
        var beside = Files.writeString(clock.resolveSibling("clock.new"), ahead.toString());
        Files.move(beside, clock, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Page settings(String user, String language) {
        var page = browser.withoutScripts().newPage();
        page.navigate(house.url("/sign-in?lang=" + language));
        page.locator("input[name=j_username]").fill(user);
        page.locator("input[name=j_password]").fill("demo");
        page.locator("form[action='/j_security_check'] button").press("Enter");
        page.navigate(house.url("/settings?lang=" + language));
        return page;
    }

    private static void turnOn(String user, String language) {
        var page = settings(user, language);
        page.locator("[name=address]").fill("nobody");
        page.locator("form[action='/settings'] button").press("Enter");
        assertThat(page.locator("#address-error")).isVisible();
        page.locator("[name=address]").fill(address(user));
        page.locator("form[action='/settings'] button").press("Enter");
        assertThat(page.locator(".ft-done")).isVisible();
        assertThat(page.locator("main dl")).containsText(address(user));
        page.context().close();
    }

    private static String address(String user) {
        return user + ".of.ministry@example.org";
    }

    private static boolean says(String user, String sentence) {
        var page = settings(user, "en");
        var said = page.locator("main").innerText();
        page.context().close();
        return said.contains(sentence);
    }

    /** What the one mail that came says. */
    private static String mail() throws Exception {
        assertTrue(mails.waitForIncomingEmail(AT_MOST.toMillis(), 1));
        var arrived = mails.getReceivedMessages();
        assertEquals(1, arrived.length);
        assertEquals(address("approver"), arrived[0].getAllRecipients()[0].toString());
        assertEquals("„Fundtrail“: jūsų laukia darbai", arrived[0].getSubject());
        return arrived[0].getContent().toString().replace("\r", "").strip();
    }

    @Test
    void it_is_sent_once_a_morning_to_who_turned_it_on_and_has_something_to_do() throws Exception {
        var reference = "DIGEST-" + UUID.randomUUID().toString().substring(0, 8);
        propose(reference);
        turnOn("approver", "lt");
        turnOn("auditor", "en");
        turnOn("inspector", "en");
        erase("Eglė Vaitkutė");

        var tuesday = LocalDate.now(VILNIUS).plusDays(1);
        while (!isWorkedOn(tuesday) || !isWorkedOn(tuesday.plusDays(1))) {
            tuesday = tuesday.plusDays(1);
        }
        set(tuesday, LocalTime.of(7, 5));
        var said = mail();
        assertTrue(said.matches("""
                        Labas rytas\\. Sistemoje „Fundtrail“

                        – \\d+ įraš\\S+ laukia jūsų sprendimo

                        Peržiūrėkite: %1$s/

                        Šį laišką gaunate darbo dienų rytais, nes įsijungėte priminimus\\. Išjungti: %1$s/settings
                        """.formatted(house.url("")).strip()), said);
        for (var part : List.of(reference, "Balčiūnas", "Kazlauskaitė", "4711", "Reception", "EUR", "€")) {
            assertFalse(said.contains(part), part);
        }
        await("the auditor has nothing to do", () -> says("auditor", "There was nothing to do, so none was sent"));
        await("the approver sees that it was sent", () -> says("approver", "Sent"));

        int port = mails.getSmtp().getPort();
        assertEquals(1, mails.getReceivedMessages().length, "of two gateways one has sent it, and once");
        mails.stop();
        set(tuesday.plusDays(1), LocalTime.of(7, 5));
        await("the mail server is missed", () -> says("approver", "Not sent yet"));
        mails = mailServer(port);
        set(tuesday.plusDays(1), LocalTime.of(7, 40));
        assertEquals(said, mail());
        await("it is sent after all", () -> says("approver", "Sent"));

        var off = settings("approver", "en");
        off.locator("form[action='/settings/digest/off'] button").press("Enter");
        assertThat(off.locator(".ft-done")).isVisible();
        assertFalse(says("approver", address("approver")));
        assertEquals(1, mails.getReceivedMessages().length);
        noLogHasAnAddress();
    }

    @Test
    void the_page_where_it_is_turned_on_is_for_everybody_at_a_desk_and_on_a_phone() {
        for (int width : new int[] {1440, 390}) {
            var page = browser.signedIn(house, "officer", width);
            for (var language : List.of("en", "lt")) {
                page.navigate(house.url("/settings?lang=" + language));
                assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
                assertEquals(
                        width, page.evaluate("document.documentElement.scrollWidth"), "nothing is behind the edge");
            }
            page.context().close();
        }
    }

    private static void propose(String reference) {
        house.post(
                        "officer",
                        FUNDING + "/programmes",
                        Map.of(
                                "code",
                                reference,
                                "name",
                                "Digest",
                                "fund",
                                "AMIF",
                                "managementMode",
                                "SHARED",
                                "period",
                                Map.of("from", "2021-01-01", "to", "2027-12-31"),
                                "costScope",
                                List.of("RECEPTION")))
                .statusCode(201);
        house.post(
                        "officer",
                        FUNDING + "/allocations",
                        Map.ofEntries(
                                Map.entry("reference", reference + "-A"),
                                Map.entry("programme", reference),
                                Map.entry("donor", "European Commission"),
                                Map.entry("recipient", "Ministry of the Interior"),
                                Map.entry("actionType", "REGULAR"),
                                Map.entry("purpose", "Reception of people"),
                                Map.entry("amount", House.eur("4711.00")),
                                Map.entry("coFinancingRate", "0.75"),
                                Map.entry("decision", Map.of("reference", "D", "date", "2022-01-01")),
                                Map.entry("eligibility", Map.of("from", "2022-01-01", "to", "2022-12-31"))))
                .statusCode(201);
    }

    private static void erase(String name) {
        var id = house.get("admin", FUNDING + "/persons?name={name}", name)
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        house.post("admin", FUNDING + "/persons/{id}/erasure", Map.of("reason", "asked for"), id)
                .statusCode(200);
    }

    private static void noLogHasAnAddress() throws IOException {
        try (var logs = Files.walk(house.data.resolve("logs"))) {
            for (var log : logs.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(log).contains(".of.ministry"), log.toString());
            }
        }
        assertFalse(Files.readString(house.data.resolveSibling("second-gateway.log"))
                .contains(".of.ministry"));
        assertFalse(house.said().contains(".of.ministry"));
    }
}
