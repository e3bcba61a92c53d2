package org.fundtrail.gateway.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.fundtrail.gateway.digest.MailServer.Mail;
import org.fundtrail.gateway.digest.MailServer.NotTaken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a mail is handed over, and what is known when that fails; over sockets, to servers that are there. */
class MailServerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-12-01T05:00:00Z"));
    private static final Mail MAIL = new Mail("rasa@example.org", "Ąžuolas", "Labas rytas\n", "lt");

    private static MailServer server(int port, String... further) {
        var values = new HashMap<>(Map.of(
                "fundtrail.mail.host",
                "127.0.0.1",
                "fundtrail.mail.port",
                String.valueOf(port),
                "fundtrail.mail.tls",
                "none",
                "fundtrail.mail.from",
                "fundtrail@example.org",
                "fundtrail.mail.public-url",
                "https://fundtrail.example.org/books/"));
        for (int n = 0; n < further.length; n += 2) {
            values.put("fundtrail.mail." + further[n], further[n + 1]);
        }
        var config = new SmallRyeConfigBuilder()
                .withMapping(MailConfig.class)
                .withDefaultValues(values)
                .build();
        return new MailServer(config.getConfigMapping(MailConfig.class), CLOCK);
    }

    private static void send(MailServer server) throws MessagingException, NotTaken {
        try (var line = server.connect(MAIL)) {
            line.send();
        }
    }

    private static GreenMail started(ServerSetup setup) {
        var mails = new GreenMail(setup.dynamicPort());
        mails.start();
        return mails;
    }

    @Test
    void a_mail_arrives_as_it_was_written_and_says_nothing_of_this_machine() throws Exception {
        var mails = started(ServerSetupTest.SMTP);
        try {
            send(server(mails.getSmtp().getPort()));
            MimeMessage arrived = mails.getReceivedMessages()[0];
            assertEquals("Ąžuolas", arrived.getSubject());
            assertEquals("Labas rytas", arrived.getContent().toString().strip());
            assertEquals("fundtrail@example.org", arrived.getFrom()[0].toString());
            assertEquals("auto-generated", arrived.getHeader("Auto-Submitted", null));
            assertEquals("lt", arrived.getHeader("Content-Language", null));
            assertTrue(arrived.getMessageID().endsWith("@example.org>"), arrived.getMessageID());
            assertEquals(CLOCK.instant(), arrived.getSentDate().toInstant());
        } finally {
            mails.stop();
        }
    }

    @Test
    void who_signs_in_does_so_with_the_password_and_never_in_the_clear() {
        var unsafe =
                assertThrows(IllegalStateException.class, () -> server(25, "user", "fundtrail", "password", "secret"));
        assertTrue(unsafe.getMessage().contains("FUNDTRAIL_SMTP_TLS"), unsafe.getMessage());
        assertThrows(IllegalStateException.class, () -> server(25, "tls", "tls", "user", "fundtrail"));
    }

    @ParameterizedTest
    @CsvSource({
        "from, nobody, FUNDTRAIL_SMTP_FROM",
        "public-url, ftp://x, FUNDTRAIL_PUBLIC_URL",
        "public-url, /x, FUNDTRAIL_PUBLIC_URL"
    })
    void what_cannot_work_is_said_by_its_name_at_the_start(String setting, String value, String name) {
        var wrong = assertThrows(IllegalStateException.class, () -> server(25, setting, value));
        assertTrue(wrong.getMessage().startsWith(name), wrong.getMessage());
    }

    @Test
    void a_connection_that_should_be_encrypted_and_is_not_carries_no_mail() {
        var mails = started(ServerSetupTest.SMTP);
        try {
            var server = server(mails.getSmtp().getPort(), "tls", "starttls");
            assertThrows(MessagingException.class, () -> server.connect(MAIL));
            assertEquals(0, mails.getReceivedMessages().length);
        } finally {
            mails.stop();
        }
    }

    @Test
    void a_server_that_nobody_vouches_for_gets_no_mail() {
        var mails = started(ServerSetupTest.SMTPS);
        try {
            var server = server(mails.getSmtps().getPort(), "tls", "tls", "user", "fundtrail", "password", "secret");
            assertThrows(MessagingException.class, () -> server.connect(MAIL));
            assertEquals(0, mails.getReceivedMessages().length);
        } finally {
            mails.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 later, false",
        "RCPT, 450 later, false",
        "RCPT, 550 nobody, true",
        "MAIL, 553 not you, true",
        "DATA, 452 full, false",
        "DATA, 554 no, true",
        "., 451 later, false",
        "., 552 too large, true"
    })
    void what_the_server_does_not_take_is_known_not_to_be_sent(String command, String answer, boolean isForGood)
            throws IOException {
        try (var odd = new OddServer(Map.of(command, answer))) {
            var server = server(odd.port());
            assertEquals(
                    isForGood, assertThrows(NotTaken.class, () -> send(server)).isForGood());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "."})
    void what_it_says_nothing_to_is_not_known_to_be_sent_or_not(String command) throws IOException {
        try (var odd = new OddServer(Map.of(command, OddServer.GONE))) {
            var server = server(odd.port());
            assertThrows(MessagingException.class, () -> send(server));
        }
    }

    @Test
    void a_server_that_is_away_fails_before_anything_is_sent() throws IOException {
        int port;
        try (var gone = new OddServer(Map.of())) {
            port = gone.port();
        }
        var server = server(port);
        assertThrows(MessagingException.class, () -> server.connect(MAIL));
        try (var odd = new OddServer(Map.of("EHLO", OddServer.GONE, "HELO", OddServer.GONE))) {
            assertThrows(MessagingException.class, () -> server(odd.port()).connect(MAIL));
        }
    }

    @Test
    void links_lead_to_the_pages_wherever_they_are() {
        assertEquals("https://fundtrail.example.org/books/settings", server(25).link("/settings"));
    }

    @Test
    void without_a_host_there_is_none_and_nothing_is_needed() {
        var none = new SmallRyeConfigBuilder()
                .withMapping(MailConfig.class)
                .withDefaultValue("fundtrail.mail.port", "587")
                .withDefaultValue("fundtrail.mail.tls", "starttls")
                .build();
        assertFalse(new MailServer(none.getConfigMapping(MailConfig.class), CLOCK).isThere());
    }
}
