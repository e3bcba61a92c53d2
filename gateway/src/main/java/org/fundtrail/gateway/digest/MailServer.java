package org.fundtrail.gateway.digest;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** The mail server of the installation. What it is told by configuration is judged when the gateway starts. */
@Startup
@Singleton
class MailServer {
    private static final String CONNECT_WITHIN = "10000"; // milliseconds, as all of these

    private static final String ANSWER_WITHIN = "30000";

    /** A mail, in plain text. */
    record Mail(String to, String subject, String text, String language) {}

    /** What the server said to a mail that it did not take: it is not sent. */
    static final class NotTaken extends Exception {
        private final int reply;

        private NotTaken(int reply, MessagingException cause) {
            super("The mail server answered " + reply, cause);
            this.reply = reply;
        }

        /** Whether the server will never take it (5yz, RFC 5321, 4.2.1); otherwise it may later. */
        boolean isForGood() {
            return reply >= 500;
        }
    }

    /** A connection over which a mail can be sent. */
    interface Line extends AutoCloseable {
        /**
         * Hands the mail over; after this it is sent.
         *
         * @throws NotTaken when the server says that it does not take it
         * @throws MessagingException when it does not say: the mail may be sent or not
         */
        void send() throws MessagingException, NotTaken;

        @Override
        void close();
    }

    private final MailConfig config;
    private final InstantSource clock;
    private final Session session;

    MailServer(MailConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        if (isThere()) {
            check();
        }
        this.session = Session.getInstance(properties());
    }

    /** Whether this installation sends mails. */
    boolean isThere() {
        return config.host().isPresent();
    }

    private void check() {
        must(
                config.from().filter(MailServer::isAddress).isPresent(),
                "FUNDTRAIL_SMTP_FROM has to be an e-mail address");
        must(
                config.publicUrl().filter(MailServer::isOfPages).isPresent(),
                "FUNDTRAIL_PUBLIC_URL has to be the web address of these pages");
        must(
                config.user().isPresent() == config.password().isPresent(),
                "FUNDTRAIL_SMTP_USER and FUNDTRAIL_SMTP_PASSWORD go together");
        must(
                config.user().isEmpty() || config.tls() != MailConfig.Security.NONE,
                "FUNDTRAIL_SMTP_PASSWORD is not said in the clear: set FUNDTRAIL_SMTP_TLS to starttls or tls");
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise + ", because FUNDTRAIL_SMTP_HOST is set");
        }
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    private static boolean isOfPages(URI url) {
        return url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_WITHIN);
        properties.setProperty("mail.smtp.timeout", ANSWER_WITHIN);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_WITHIN);
        properties.setProperty("mail.smtp.auth", String.valueOf(config.user().isPresent()));
        var security = config.tls();
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == MailConfig.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security == MailConfig.Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security == MailConfig.Security.STARTTLS));
        config.from().ifPresent(from -> properties.setProperty("mail.from", from)); // not the account of this process
        return properties;
    }

    /** Where people find a page. */
    String link(String path) {
        return config.publicUrl().orElseThrow().toString().replaceFirst("/+$", "") + path;
    }

    /**
     * Writes a mail, connects and signs in.
     *
     * @throws MessagingException when that fails: nothing was sent
     */
    Line connect(Mail mail) throws MessagingException {
        var message = written(mail);
        var transport = session.getTransport("smtp");
        try {
            transport.connect(
                    config.host().orElseThrow(),
                    config.port(),
                    config.user().orElse(null),
                    config.password().orElse(null));
        } catch (MessagingException | RuntimeException e) {
            close(transport);
            throw e;
        }
        return new Line() {
            @Override
            public void send() throws MessagingException, NotTaken {
                try {
                    transport.sendMessage(message, message.getAllRecipients());
                } catch (MessagingException e) {
                    int reply = reply(e);
                    if (reply >= 400) {
                        throw new NotTaken(reply, e);
                    }
                    throw e;
                }
            }

            @Override
            public void close() {
                MailServer.close(transport);
            }
        };
    }

    private MimeMessage written(Mail mail) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(config.from().orElseThrow(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {mail.language()});
        message.setHeader("Auto-Submitted", "auto-generated"); // nobody answers that they are away (RFC 3834)
        message.saveChanges();
        return message;
    }

    /** What the server answered, or -1 where it did not. */
    private static int reply(MessagingException failure) {
        return Stream.<Exception>iterate(
                        failure,
                        e -> e != null,
                        e -> e instanceof MessagingException next ? next.getNextException() : null)
                .mapToInt(MailServer::replyIn)
                .filter(reply -> reply > 0)
                .findFirst()
                .orElse(-1);
    }

    private static int replyIn(Exception failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // it was said what became of the mail; the connection goes either way
        }
    }
}
