package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PersonPagesTest extends PageTest {
    private static final String RASA = "0193aaaa-7c00-4a00-8000-000000000001";
    private static final String ERASURE = "/persons/funding/" + RASA + "/erasure";

    @Test
    void an_administrator_finds_persons_by_name_each_service_apart() {
        signIn("admin");
        var page = page(200, "/persons?name=Kazlausk&lang=en");
        assertTrue(page.getElementById("k-funding").parent().text().contains("Rasa Kazlauskaitė"));
        assertTrue(page.getElementById("k-infrastructure").parent().text().contains("Nobody of that name"));
        assertTrue(StandIn.ASKED.stream().anyMatch(asked -> asked.contains("/persons?name=Kazlausk")));
        assertNotNull(page(200, "/audit").selectFirst("a[href=/persons]"));
        assertEquals(
                "Asmenys", page(200, "/persons?lang=lt").select("h1").first().ownText());
    }

    @Test
    void a_person_is_erased_with_a_reason_after_one_more_look() {
        signIn("admin");
        var list = page(200, "/persons?lang=en");
        var ask = page(
                200,
                list.selectFirst("a[href$=" + RASA + "/erasure?name=Rasa+Kazlauskait%C4%97]")
                        .attr("href"));
        assertTrue(ask.text().contains("gone for ever"));
        var refused = read(400, send(ask, ERASURE + "/check", Map.of()));
        assertEquals(
                "Error: Enter why the data are erased",
                refused.getElementById("reason-error").text());

        var check = read(200, send(refused, ERASURE + "/check", Map.of("reason", "Request of 2 November")));
        var kept = StandIn.DRAFTS.get(check.selectFirst("input[name=form-key]").val());
        assertTrue(kept.contains("Request of 2 November") && !kept.contains("Kazlausk"), kept);
        assertEquals(
                "Request of 2 November",
                page(200, ERASURE).getElementById("reason").text());
        assertTrue(check.text().contains("Rasa Kazlauskaitė"));
        assertTrue(StandIn.SENT.isEmpty(), "nothing is erased before that");
        var answer = send(check, ERASURE + "/record", Map.of());
        assertEquals(303, answer.statusCode(), answer.asString());
        var sent = StandIn.SENT.get(0);
        assertEquals("/api/funding/v1/persons/" + RASA + "/erasure", sent.path());
        assertEquals("{\"reason\":\"Request of 2 November\"}", sent.body());
        assertEquals(check.selectFirst("input[name=form-key]").val(), sent.key());
        assertTrue(answer.header("Location").endsWith("/persons?erased=funding/" + RASA));
    }

    @Test
    void the_erasure_is_said_to_be_done_only_when_it_is_an_entry() {
        signIn("admin");
        StandIn.isErased = true;
        assertNotNull(page(200, "/persons?erased=funding/" + RASA).selectFirst(".ft-done"));
        assertTrue(StandIn.ASKED.stream()
                .anyMatch(asked -> asked.contains("subject=" + RASA) && asked.contains("action=person.erased")));
        StandIn.isErased = false;
        assertNull(page(200, "/persons?erased=funding/" + RASA).selectFirst(".ft-done"));
    }

    @Test
    void a_name_in_the_address_does_not_pass_one_person_off_as_another() {
        signIn("admin");
        assertEquals(404, get(ERASURE + "?name=Somebody").statusCode());
    }

    @Test
    void an_auditor_reads_and_erases_nobody_and_others_see_nothing() {
        signIn("typist");
        var page = page(200, "/persons");
        assertTrue(page.text().contains("Rasa Kazlauskaitė"));
        assertEquals(0, page.select("a[href*=erasure]").size());
        assertEquals(403, get(ERASURE + "?name=Rasa").statusCode());

        signIn("officer");
        assertEquals(403, get("/persons").statusCode());
        assertEquals(403, get(ERASURE).statusCode());
        assertNull(page(200, "/audit").selectFirst("a[href=/persons]"));
    }

    @Test
    void a_service_that_is_down_is_named_and_the_other_still_listed() {
        signIn("admin");
        StandIn.infrastructureIsDown = true;
        var page = page(200, "/persons?lang=en");
        assertTrue(page.text().contains("infrastructure service cannot be reached"));
        assertTrue(page.text().contains("Rasa Kazlauskaitė"));
    }

    @Test
    void an_administrator_ends_every_session_of_a_person_on_the_page() {
        signIn("leaver");
        var kept = new java.util.HashMap<>(cookies);
        page(200, "/audit");

        signIn("admin");
        var list = page(200, "/persons?lang=en");
        var end = "/persons/funding/" + RASA + "/sessions/end";
        var answer = send(list, end, Map.of());
        assertEquals(303, answer.statusCode(), answer.asString());
        var done = page(200, answer.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertTrue(
                done.selectFirst(".ft-done").text().contains("All sessions of Rasa Kazlauskaitė are ended"),
                done.text());

        cookies.clear();
        cookies.putAll(kept);
        assertEquals(302, get("/audit").statusCode(), "a kept cookie opens nothing any more");
        signIn("typist");
        var page = page(200, "/persons");
        var token = page.selectFirst("input[name=csrf-token]").val();
        var sent = Map.of("person", "Rasa Kazlauskaitė", "csrf-token", token);
        assertEquals(403, send(page, end, sent).statusCode());
    }
}
