package org.fundtrail.gateway.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fundtrail.gateway.Surroundings;
import org.fundtrail.gateway.frame.StandIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway does with the digests that it is given to send: to a mail server that is there, of the stand-in of the services. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DigestSenderTest {
    private static final String DUE = "/api/funding/v1/digest/due";
    private static final String CLAIM = "01932f5e-7c00-7a00-8000-000000000001";

    @Inject
    DigestSender sender;

    /** What is given out, one after the other. */
    private final ConcurrentLinkedQueue<String> due = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() throws Exception {
        StandIn.reset();
        StandIn.waiting = 0;
        Surroundings.mail.purgeEmailFromAllMailboxes();
        StandIn.OTHERWISE.put("POST " + DUE, usual -> due.isEmpty() ? "null" : due.remove());
        told(any -> "{}");
    }

    private static void told(UnaryOperator<String> answer) {
        StandIn.OTHERWISE.put("PUT " + DUE + "/" + CLAIM, answer);
    }

    private void isDue(String address, String language) {
        due.add("""
                {"claim": "%s", "address": "%s", "language": "%s", "issuer": "urn:fundtrail:demonstration", "subject": "rasa",
                 "roles": ["funding-officer"], "institution": "LT-VRM"}""".formatted(CLAIM, address, language));
    }

    private static List<String> states() {
        return StandIn.SENT.stream()
                .filter(sent -> sent.method().equals("PUT"))
                .map(sent -> sent.body().replaceAll("\\W|state", ""))
                .toList();
    }

    private static List<String> mails() {
        return Stream.of(Surroundings.mail.getReceivedMessages())
                .map(GreenMailUtil::getBody)
                .toList();
    }

    @Test
    void what_both_services_count_is_one_mail_and_the_next_is_sent_after_it() throws Exception {
        StandIn.waiting = 2;
        StandIn.asked = 1;
        isDue("rasa@example.org", "EN");
        isDue("tomas@example.org", "LT");
        sender.send();
        assertEquals(List.of("SENDING", "SENT", "SENDING", "SENT"), states());
        var arrived = Surroundings.mail.getReceivedMessages();
        assertEquals(2, arrived.length);
        assertEquals("rasa@example.org", arrived[0].getAllRecipients()[0].toString());
        assertEquals("Fundtrail: there is something to do", arrived[0].getSubject());
        var said = arrived[0].getContent().toString();
        assertTrue(said.contains("4 records wait for your decision"), said);
        assertTrue(said.contains("2 comments ask something of you"), said);
        assertTrue(said.contains("https://fundtrail.example.org/settings"), said);
        assertTrue(arrived[1].getContent().toString().contains("4 įrašai laukia jūsų sprendimo"));
    }

    @Test
    void nothing_to_do_is_no_mail() {
        isDue("rasa@example.org", "EN");
        sender.send();
        assertEquals(List.of("NOTHING"), states());
        assertEquals(List.of(), mails());
    }

    @Test
    void while_a_service_is_away_there_is_no_half_of_a_mail_and_nobody_else_is_tried() {
        StandIn.waiting = 2;
        StandIn.infrastructureIsDown = true;
        isDue("rasa@example.org", "EN");
        isDue("tomas@example.org", "EN");
        sender.send();
        assertEquals(List.of("FAILED"), states());
        assertEquals(List.of(), mails());
        assertEquals(1, due.size(), "the other one was not claimed");
    }

    @Test
    void while_the_mail_server_is_away_it_is_said_to_have_failed() throws Exception {
        StandIn.waiting = 2;
        isDue("rasa@example.org", "EN");
        Surroundings.withoutMail(sender::send);
        assertEquals(List.of("FAILED"), states());
        isDue("rasa@example.org", "EN");
        sender.send();
        assertEquals(List.of("FAILED", "SENDING", "SENT"), states());
        assertEquals(1, mails().size());
    }

    @Test
    void what_was_turned_off_or_erased_meanwhile_is_not_sent() {
        StandIn.waiting = 2;
        told(any -> "{\"status\": 404, \"code\": \"not-found\", \"detail\": \"No.\"}");
        isDue("rasa@example.org", "EN");
        isDue("tomas@example.org", "EN");
        sender.send();
        assertEquals(List.of("SENDING", "SENDING"), states(), "the next one is seen to");
        assertEquals(List.of(), mails());
    }
}
