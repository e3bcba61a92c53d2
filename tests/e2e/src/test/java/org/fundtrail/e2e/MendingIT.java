package org.fundtrail.e2e;

import static org.fundtrail.e2e.Browser.press;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whatever is killed or hangs comes back by itself, with the same books; and so does what is stopped and started again. */
@DisabledOnOs(OS.WINDOWS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock(House.KILLED)
class MendingIT {

    static final List<String> PROGRAMS = List.of("gateway", "funding-service", "infrastructure-service");

    /** Its launcher loses patience sooner than usual. */
    static final House house = new House(
            "mending",
            Map.of(
                    "FUNDTRAIL_LIVENESS_SECONDS",
                    "2",
                    "FUNDTRAIL_LIVENESS_TRIES",
                    "5",
                    "FUNDTRAIL_LONGEST_PAUSE_SECONDS",
                    "1"));

    static String before;

    @BeforeAll
    static void start() {
        house.start();
        before = position();
    }

    @AfterAll
    static void stop() {
        house.stop();
        assertEquals(0, house.processesLeft(), house::said);
    }

    @Test
    void a_killed_postgresql_comes_back_while_the_services_wait() throws IOException {
        var programs = programs();
        var killed = postmaster();
        killed.destroyForcibly();
        awaitNot(killed);
        awaitReady();
        assertEquals(before, position());
        assertEquals(programs, programs(), "none of them was started again");
        assertNotEquals(killed.pid(), postmaster().pid());
    }

    private static void isNamedAndNoPartialTotalIsGiven() {
        house.get("auditor", "/api/v1/financing-position")
                .statusCode(503)
                .contentType("application/problem+json")
                .body("detail", containsString("infrastructure-service"))
                .body("totals", equalTo(null));
    }

    @Test
    void a_service_that_stops_inside_a_form_loses_nothing_of_it_and_is_named_where_a_total_would_need_it() {
        try (var browser = Browser.start()) {
            var reference = "MEND-" + UUID.randomUUID().toString().substring(0, 8);
            var page = browser.signedInWithoutScripts(house, "engineer", 1440);
            page.navigate(house.url("/works-programmes/new?lang=en"));
            page.locator("[name=reference]").fill(reference);
            page.locator("[name='title.en']").fill("Typed while it was there");
            page.locator("[name='title.lt']").fill("Surinkta, kol veikė");
            var killed = house.process("infrastructure-service");
            killed.destroyForcibly();
            awaitNot(killed);
            var answer = page.waitForResponse(
                    any -> any.request().method().equals("POST"),
                    () -> press(page.locator("form#answers button.govuk-button:not([formaction])")));
            assertEquals(503, answer.status());
            isNamedAndNoPartialTotalIsGiven();
            assertEquals(reference, page.locator("[name=reference]").inputValue(), "the form itself comes back");
            assertEquals(
                    "Surinkta, kol veikė", page.locator("[name='title.lt']").inputValue());
            assertEquals(
                    "Try again",
                    page.locator("form#answers button.govuk-button:not([formaction])")
                            .textContent()
                            .strip());
            awaitReady();
            for (int steps = 0;
                    steps < 3 && page.locator(".ft-done").count() == 0;
                    steps++) { // sent again, checked, recorded
                press(page.locator("main form button.govuk-button:not([formaction])")
                        .first());
            }
            assertTrue(
                    page.locator("h1").textContent().contains(reference),
                    page.locator("main").textContent());
            house.get("engineer", "/api/infrastructure/v1/works-programmes?q=" + reference)
                    .body("items.title.en", equalTo(List.of("Typed while it was there")));
            before = position(); // there is one more works programme
        }
    }

    @Test
    void a_service_that_hangs_is_ended_and_comes_back() throws Exception {
        var hanging = house.process("funding-service");
        new ProcessBuilder("kill", "-STOP", String.valueOf(hanging.pid()))
                .start()
                .waitFor();
        awaitNot(hanging);
        awaitReady();
        assertEquals(before, position());
    }

    @Test
    void everything_killed_at_once_comes_back() throws IOException {
        var killed = PROGRAMS.stream().map(house::process).collect(Collectors.toList());
        killed.add(postmaster());
        killed.forEach(ProcessHandle::destroyForcibly);
        killed.forEach(MendingIT::awaitNot);
        awaitReady();
        assertEquals(before, position());
    }

    /** The last, for it leaves nothing that starts. */
    @Test
    @Order(Integer.MAX_VALUE)
    void a_second_start_keeps_the_data_even_after_the_launcher_was_killed_and_books_of_an_earlier_form_are_refused()
            throws Exception {
        int saidBefore = house.said().length();
        house.killLauncher();
        house.start();
        assertEquals(before, position());
        makeOlder();
        house.stop();
        assertEquals(0, house.processesLeft(), house::said);
        assertFalse(house.isReady());
        assertRefused(saidBefore);
    }

    /** Gives the books of funding-service the look of those that another form of their tables had. */
    private static void makeOlder() throws IOException, SQLException {
        var port = Files.readAllLines(house.data.resolve("postgres/postmaster.pid"))
                .get(3);
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/fundtrail_funding",
                        "postgres",
                        house.secret("postgres-password"));
                var statement = connection.createStatement()) {
            statement.execute("UPDATE funding.flyway_schema_history SET checksum = checksum + 1");
        }
    }

    /** In one sentence, and with no word of an exception since then. */
    private static void assertRefused(int saidBefore) throws InterruptedException {
        var launcher = house.launch();
        assertTrue(launcher.waitFor(60, TimeUnit.SECONDS), house::said);
        assertEquals(1, launcher.exitValue());
        var said = house.said().substring(saidBefore);
        assertTrue(
                said.lines()
                        .anyMatch(
                                line -> line.matches(
                                        "fundtrail: The books in 127[.]0[.]0[.]1:[0-9]+/fundtrail_funding"
                                                + " were made by an earlier, unreleased form of Fundtrail and cannot be read by this one: .*")),
                said);
        assertFalse(said.contains("Exception"), said);
    }

    private static ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(house.data.resolve("postgres/postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static Map<String, Long> programs() {
        return PROGRAMS.stream()
                .collect(Collectors.toMap(
                        Function.identity(), name -> house.process(name).pid()));
    }

    private static void awaitNot(ProcessHandle process) {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (process.isAlive()) {
            assertFalse(Instant.now().isAfter(deadline), house::said);
            House.pause();
        }
    }

    /** The gateway may say for a moment longer that all is well. */
    private static void awaitReady() {
        var deadline = Instant.now().plus(Duration.ofMinutes(3));
        var readyInARow = 0;
        while (readyInARow < 3) {
            assertFalse(Instant.now().isAfter(deadline), house::said);
            readyInARow = house.isReady() ? readyInARow + 1 : 0;
            House.pause();
        }
    }

    private static String position() {
        return house.get("auditor", "/api/v1/financing-position")
                .statusCode(200)
                .extract()
                .asString();
    }
}
