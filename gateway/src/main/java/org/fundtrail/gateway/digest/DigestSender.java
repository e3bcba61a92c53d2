package org.fundtrail.gateway.digest;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.digest.DigestState;
import org.fundtrail.funding.api.digest.DueDigest;
import org.fundtrail.gateway.door.Person;
import org.fundtrail.gateway.door.ServiceToken;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Refused;
import org.jboss.logging.Logger;

/**
 * Sends the mail digests that are due. The funding-service gives each out once; what there is to do both services say to a token in the name
 * of the person, as they would on a page. Where one of them does not answer there is no mail, because half of it would be wrong.
 */
@Singleton
class DigestSender {
    private static final Logger LOG = Logger.getLogger(DigestSender.class);

    /** The client of its tokens: the services let it read and nothing else. */
    private static final String CLIENT = "digest";

    private static final Person ITSELF =
            new Person("urn:fundtrail:gateway", "digest", "Fundtrail", Set.of(DueDigest.ROLE), null, CLIENT);

    private static final int DAYS = 7;

    private final DueDigests due;
    private final WorkClient.Funding funding;
    private final WorkClient.Infrastructure infrastructure;
    private final MailServer server;
    private final ServiceToken tokens;
    private final Time time;

    DigestSender(
            @RestClient DueDigests due,
            @RestClient WorkClient.Funding funding,
            @RestClient WorkClient.Infrastructure infrastructure,
            MailServer server,
            ServiceToken tokens,
            Time time) {
        this.due = due;
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.server = server;
        this.tokens = tokens;
        this.time = time;
    }

    /** Sends one after the other until none is left, or one fails: what hinders one hinders the next as well. */
    @Scheduled(every = "${fundtrail.send-digests-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        if (!server.isThere()) {
            return;
        }
        try {
            for (var digest = claim(); digest != null; digest = claim()) {
                if (!send(digest)) {
                    return;
                }
            }
        } catch (RuntimeException away) {
            // what was claimed is given out again unless it was being sent
            LOG.warnf("Mail digests are not sent just now, because a service does not answer: %s", away.toString());
        }
    }

    private DueDigest claim() {
        return due.claim(tokens.authorization(ITSELF));
    }

    private void tell(DueDigest digest, DigestState state) {
        due.tell(tokens.authorization(ITSELF), digest.claim(), new DueDigest.Progress(state));
    }

    /** Answers whether it is worth going on with the next. */
    private boolean send(DueDigest digest) {
        Work work;
        try {
            work = work(digest);
        } catch (RuntimeException unanswered) {
            LOG.warnf("A mail digest waits, because a service does not answer: %s", unanswered.toString());
            tell(digest, DigestState.FAILED);
            return false;
        }
        if (work.isNone()) {
            tell(digest, DigestState.NOTHING);
            return true;
        }
        try (var line = server.connect(mail(digest, work))) {
            tell(digest, DigestState.SENDING);
            return isTaken(line, digest);
        } catch (Refused notDue) {
            LOG.debug("A mail digest was turned off, or its person erased, just now");
            return true;
        } catch (MessagingException unreachable) {
            warn("A mail digest waits, because the mail server cannot be reached", unreachable);
            tell(digest, DigestState.FAILED);
            return false;
        }
    }

    /** From here on it is sent once or not at all, whatever happens to this process. */
    private boolean isTaken(MailServer.Line line, DueDigest digest) {
        try {
            line.send();
            tell(digest, DigestState.SENT);
            return true;
        } catch (MailServer.NotTaken refused) {
            LOG.warnf("A mail digest was not taken: %s", refused.getMessage());
            tell(digest, refused.isForGood() ? DigestState.REFUSED : DigestState.FAILED);
            return refused.isForGood();
        } catch (MessagingException unknown) {
            warn("Whether a mail digest was sent is not known; it is not sent again today", unknown);
            return false;
        }
    }

    /** What the mail server says names addresses, so only its kind is logged. */
    private static void warn(String what, MessagingException failure) {
        var cause = failure.getNextException();
        LOG.warnf("%s: %s", what, (cause == null ? failure : cause).getClass().getSimpleName());
    }

    private MailServer.Mail mail(DueDigest digest, Work work) {
        var language = Language.valueOf(digest.language().name());
        return new MailServer.Mail(
                digest.address(),
                Words.of(language, "digest.subject"),
                work.said(language, server.link("/"), server.link("/settings")),
                language.code());
    }

    private Work work(DueDigest digest) {
        var institution = digest.institution().isEmpty() ? null : digest.institution();
        var token = tokens.authorization(
                new Person(digest.issuer(), digest.subject(), digest.subject(), digest.roles(), institution, CLIENT));
        return work(funding, token).and(work(infrastructure, token));
    }

    private Work work(WorkClient service, String token) {
        var today = time.today();
        return Work.of(
                service.standing(token),
                service.dates(token, today, today.plusDays(DAYS)).size());
    }
}
