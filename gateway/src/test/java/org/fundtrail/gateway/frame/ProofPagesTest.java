package org.fundtrail.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
class ProofPagesTest extends PageTest {
    private static final String FINDING = "00000000-0000-4000-8000-000000000f21";
    private static final String AT = "/audit/proof/funding/findings/" + FINDING;
    private static final String FOUND = """
            {"id": "00000000-0000-4000-8000-000000000f21", "verification": "00000000-0000-4000-8000-000000000f11",
             "foundAt": "2026-11-23T01:00:02.000001Z", "table": "funding.allocation", "record": "00000000-0000-4000-8000-0000000000a1",
             "field": "amount", "position": 7, "problem": "DIFFERENT", "expected": "37000000.00", "found": "73000000.00",
             "answeredBy": null, "answeredAt": null, "answer": null}""";
    private static final String CHECKPOINT = """
            {"size": 12, "root": "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", "note": "fundtrail.local/funding\\n",
             "keyId": "5f2c41d0", "signedAt": "2026-11-23T16:20:01.000001Z"}""";

    private static void otherwise(String question, String answer) {
        StandIn.OTHERWISE.put("GET /api/funding/v1" + question, usual -> answer);
    }

    private static void somethingDiffers() {
        otherwise("/log/standing", StandIn.LOG_STANDING.replace("\"openFindings\": 0", "\"openFindings\": 1"));
        otherwise("/log/findings", "{\"items\": [" + FOUND + "], \"next\": null}");
        otherwise("/log/findings/" + FINDING, FOUND);
    }

    @Test
    void the_audit_page_and_the_overview_say_until_which_entry_the_record_is_proved() {
        var audit = page(200, "/audit?lang=en");
        assertEquals(
                "The record is complete and unaltered",
                audit.getElementById("proved-h").text());
        assertTrue(
                audit.text().contains("proved until entry 11, by the checkpoint of 23 November 2026 at 18:20"),
                audit.text());
        assertTrue(audit.text().contains("bahif-dazok"), "words to read out by telephone");
        assertNull(audit.selectFirst("form[action='/audit/proof/verifications']"), "an officer has nothing checked");
        assertTrue(page(200, "/?lang=en").text().contains("Funding: verified until entry 11, at 18:20"));
        assertTrue(page(200, "/?lang=lt").text().contains("patikrinta iki 11 įrašo, 18:20"));
    }

    @Test
    void what_differs_stands_on_the_overview_and_the_audit_page() {
        somethingDiffers();
        for (var path : new String[] {"/audit?lang=en", "/audit/proof?lang=en", "/?lang=en"}) {
            assertTrue(page(200, path).text().contains("The record is not as it was entered"), path);
        }
        assertTrue(page(200, "/audit").text().contains("1 place differs and is not answered"));
    }

    @Test
    void what_is_still_altered_is_said_whatever_was_answered() {
        otherwise("/log/standing", StandIn.LOG_STANDING.replace("\"state\": \"PASSED\"", "\"state\": \"FAILED\""));
        assertEquals(
                "The record is not as it was entered",
                page(200, "/audit?lang=en").getElementById("proved-h").text());
    }

    @Test
    void what_was_never_checked_is_not_called_unaltered() {
        otherwise(
                "/log/standing",
                StandIn.LOG_STANDING.replaceAll("(?s)\"lastVerification\": \\{.*?\\}", "\"lastVerification\": null"));
        var audit = page(200, "/audit?lang=en");
        assertEquals(
                "The record was not checked as a whole yet",
                audit.getElementById("proved-h").text());
        StandIn.infrastructureIsDown = true;
        assertFalse(page(200, "/audit/proof?lang=en").text().contains("complete and unaltered"));
    }

    @Test
    void an_auditor_has_both_services_check_themselves_and_sees_how_far_they_are() {
        signIn("typist");
        var page = page(200, "/audit?lang=en");
        var answer = send(page, "/audit/proof/verifications", Map.of());
        assertEquals(303, answer.statusCode(), answer.asString());
        assertTrue(answer.header("Location").endsWith("/audit/proof"));
        assertEquals(2, StandIn.SENT.size());
        assertEquals("/api/funding/v1/log/verifications", StandIn.SENT.get(0).path());
        assertEquals(
                "/api/infrastructure/v1/log/verifications", StandIn.SENT.get(1).path());
        assertEquals(StandIn.SENT.get(0).key(), StandIn.SENT.get(1).key());
        assertNull(page(200, "/audit/proof").selectFirst("[data-again]"));

        otherwise("/log/verifications", """
                {"items": [{"id": "00000000-0000-4000-8000-000000000f12", "state": "RUNNING", "askedBy": null, "askedAt": "2026-11-23T16:20:00Z",
                 "startedAt": "2026-11-23T16:20:00Z", "finishedAt": null, "done": 6, "total": 24, "size": null, "root": null, "findings": 0}],
                 "next": null}""");
        var running = page(200, "/audit/proof?lang=en");
        assertNotNull(running.selectFirst("[data-again]"), "it is read again by itself");
        assertEquals("6", running.selectFirst("progress").attr("value"));
        assertTrue(running.text().contains("6 of 24"));
    }

    @Test
    void the_keys_that_sign_are_said_with_the_sizes_that_they_sign() {
        otherwise("/log/keys", """
                {"items": [{"name": "fundtrail.local/funding", "keyId": "5f2c41d0", "publicKey": "AW8=", "verifierKey": "fundtrail.local/funding+5f2c41d0+AW8=",
                  "firstSize": 0, "lastSize": 8}, {"name": "fundtrail.local/funding", "keyId": "00000001", "publicKey": "AW9=",
                  "verifierKey": "fundtrail.local/funding+00000001+AW9=", "firstSize": 9, "lastSize": null}]}""");
        var page = page(200, "/audit/proof?lang=en");
        assertTrue(
                page.text().contains("fundtrail.local/funding+5f2c41d0+AW8= Signed from 0 to 8 entries"), page.text());
        assertTrue(page.text().contains("fundtrail.local/funding+00000001+AW9= Signs from 9 entries on"), page.text());
    }

    @Test
    void who_is_no_auditor_has_nothing_checked_and_reads_no_findings() {
        var token = page(200, "/audit").selectFirst("input[name=csrf-token]").val();
        var sent = Map.of("csrf-token", token);
        assertEquals(
                403,
                send(page(200, "/audit"), "/audit/proof/verifications", sent).statusCode());
        assertEquals(403, get(AT).statusCode());
        assertEquals(403, get("/audit/proof/export.zip").statusCode());
        assertTrue(StandIn.SENT.isEmpty());
    }

    @Test
    void an_entry_is_shown_with_what_proves_it_which_is_a_file_too() {
        otherwise("/log/checkpoints/12", CHECKPOINT);
        otherwise("/entries/7/proof", "c2sp.org/tlog-proof@v1\n");
        var at = page(200, "/audit?lang=en")
                .selectFirst("a[href^=/audit/entries/]")
                .attr("href");
        assertEquals("/audit/entries/funding-service/7", at);
        var page = page(200, at);
        assertTrue(page.text().contains("12 entries, signed on 23 November 2026 at 18:20"), page.text());
        assertTrue(page.text().contains("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));
        var file = get(at + "/proof");
        assertEquals("c2sp.org/tlog-proof@v1\n", file.asString());
        assertTrue(file.header("Content-Disposition").contains("funding-7.tlog-proof"));

        otherwise(
                "/log/standing",
                StandIn.LOG_STANDING.replace("\"checkpoint\": {\"size\": 12", "\"checkpoint\": {\"size\": 7"));
        assertTrue(page(200, at).text().contains("signed within about a second"));
    }

    @Test
    void an_administrator_answers_a_finding_in_writing_after_one_more_look() {
        somethingDiffers();
        signIn("admin");
        var ask = page(
                200,
                page(200, "/audit/proof?lang=en")
                        .selectFirst("a[href=" + AT + "]")
                        .attr("href"));
        assertTrue(ask.text().contains("73000000.00") && ask.text().contains("37000000.00"));
        var refused = read(400, send(ask, AT + "/check", Map.of()));
        assertEquals(
                "Error: Write what happened and what was done about it",
                refused.getElementById("answer-error").text());
        var check = read(200, send(refused, AT + "/check", Map.of("answer", "The disk was replaced")));
        assertTrue(StandIn.SENT.isEmpty());
        var answer = send(check, AT + "/record", Map.of());
        assertEquals(303, answer.statusCode(), answer.asString());
        assertEquals(
                "/api/funding/v1/log/findings/" + FINDING + "/answer",
                StandIn.SENT.get(0).path());
        assertEquals(
                "{\"answer\":\"The disk was replaced\"}", StandIn.SENT.get(0).body());
    }

    @Test
    void an_auditor_reads_a_finding_and_does_not_answer_it() {
        somethingDiffers();
        signIn("typist");
        assertNull(page(200, AT).getElementById("answer"));
        var audit = page(200, "/audit");
        var token = audit.selectFirst("input[name=csrf-token]").val();
        assertEquals(
                403,
                send(audit, AT + "/record", Map.of("answer", "x", "csrf-token", token))
                        .statusCode());
    }
}
