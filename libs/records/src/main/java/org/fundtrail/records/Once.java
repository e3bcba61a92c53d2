package org.fundtrail.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.health.Readiness;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Sealer;
import org.fundtrail.journal.Writer;

/**
 * Lets a request take effect once, however often it is sent. The key is claimed by the first statement of the transaction, so that a rival
 * with the same key waits and then hears the first one's answer; the answer is kept before the commit; a refusal rolls back and frees the
 * key. The whole use case runs inside.
 */
@RequestScoped
public class Once {
    private static final int LONGEST_KEY = 200;

    private final Requests requests;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final HttpServerRequest request;
    private final SignedIn signedIn;
    private final Persons persons;
    private final SentBody sent;
    private final Instance<RecordKind> kinds;
    private final Sealer sealer;
    private final DatabaseDisk disk;
    private final Time time;

    Once(
            Requests requests,
            Drafts drafts,
            ObjectMapper json,
            HttpServerRequest request,
            SignedIn signedIn,
            Persons persons,
            SentBody sent,
            Instance<RecordKind> kinds,
            Sealer sealer,
            @Readiness DatabaseDisk disk,
            Time time) {
        this.requests = requests;
        this.drafts = drafts;
        this.json = json;
        this.request = request;
        this.signedIn = signedIn;
        this.persons = persons;
        this.sent = sent;
        this.kinds = kinds;
        this.sealer = sealer;
        this.disk = disk;
        this.time = time;
    }

    /** Does the work once, in one transaction, and answers what it answered. */
    public Response answer(Function<Writer, Answer> work) {
        return claimed(writer(), hash(), work);
    }

    /**
     * The same for work that first has to ask another service: that is done before the transaction, and not at all when the answer is
     * already known.
     */
    public <T> Response answer(Function<Writer, T> ask, BiFunction<T, Writer, Answer> work) {
        var by = writer();
        var hash = hash();
        var known = requests.stored(by, hash);
        if (known != null) {
            return again(known, by.caller());
        }
        var asked = ask.apply(by);
        return claimed(by, hash, writer -> work.apply(asked, writer));
    }

    private Writer writer() {
        return new Writer(signedIn.caller(), readKey(), time.now());
    }

    private Response claimed(Writer by, byte[] hash, Function<Writer, Answer> work) {
        var worked = new AtomicBoolean();
        Requests.Stored done;
        try {
            done = QuarkusTransaction.requiringNew().call(() -> {
                var stored = requests.claim(by, hash) ? keep(by, work.apply(by)) : requests.stored(by, hash);
                worked.set(true);
                return stored;
            });
        } catch (RuntimeException e) {
            var unknown = worked.get() ? Outage.ofCommit(e) : null;
            if (unknown == null) {
                throw e;
            }
            done = found(by, hash, unknown);
        }
        if (done == null) { // erased since they were last seen: whoever acts now is somebody new
            persons.forget(new Persons.Erased(by.id()));
            return claimed(new Writer(signedIn.caller(), by.key(), by.at()), hash, work);
        }
        sealer.wake();
        disk.hasRoom();
        return again(done, by.caller());
    }

    /** What a request whose commit got no answer has recorded; if that cannot be found, nobody knows whether it will be. */
    private Requests.Stored found(Writer by, byte[] hash, Refusal unknown) {
        try {
            var stored = requests.stored(by, hash);
            if (stored != null) {
                return stored;
            }
        } catch (RuntimeException stillAway) {
            unknown.addSuppressed(stillAway);
        }
        throw unknown;
    }

    private String readKey() {
        var sent = request.getHeader("Idempotency-Key");
        if ((sent == null || sent.isBlank()) && request.method() == HttpMethod.PUT) {
            return UUID.randomUUID().toString(); // If-Match keeps a change from taking effect twice
        }
        if (sent == null || sent.isBlank()) {
            throw Refusal.ofField(JournalRule.IDEMPOTENCY_KEY_MISSING, "Idempotency-Key");
        }
        if (sent.length() > LONGEST_KEY || !sent.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Refusal.ofField(JournalRule.IDEMPOTENCY_KEY_MALFORMED, "Idempotency-Key");
        }
        return sent;
    }

    private byte[] hash() {
        return Journal.sha256((request.method() + "\n" + request.uri() + "\n").getBytes(UTF_8), sent.bytes());
    }

    private Requests.Stored keep(Writer by, Answer answer) {
        var kept = new Requests.Stored(
                answer.status(),
                answer.type(),
                answer.id(),
                answer.location(),
                '"' + String.valueOf(answer.version()) + '"',
                bytes(answer.body()));
        requests.keep(by, kept);
        drafts.recorded(by);
        return kept;
    }

    /** What was answered; where that is no longer kept, the record as it is now. */
    private Response again(Requests.Stored stored, Caller reader) {
        var body = stored.body() != null
                ? stored.body()
                : bytes(kinds.stream()
                        .filter(kind -> kind.type().equals(stored.type()))
                        .findFirst()
                        .orElseThrow()
                        .shown(stored.id(), reader));
        var response = Response.status(stored.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .header("ETag", stored.etag());
        return (stored.location() == null ? response : response.header("Location", stored.location())).build();
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
