package org.fundtrail.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;

/**
 * Lets a request take effect once, however often it is sent. The key is claimed by the first statement of the transaction, so that a rival
 * with the same key waits and then hears the first one's answer; the answer is kept before the commit; a refusal rolls back and frees the
 * key. The whole use case runs inside.
 */
@RequestScoped
public class Once {
    private static final int LONGEST_KEY = 200;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final HttpServerRequest request;
    private final SignedIn signedIn;
    private final ClaimedKey key;
    private final Sealer sealer;
    private final Time time;

    Once(
            AgroalDataSource database,
            ObjectMapper json,
            HttpServerRequest request,
            SignedIn signedIn,
            ClaimedKey key,
            Sealer sealer,
            Time time) {
        this.database = database;
        this.json = json;
        this.request = request;
        this.signedIn = signedIn;
        this.key = key;
        this.sealer = sealer;
        this.time = time;
    }

    /** Does the work once, in one transaction, and answers what it answered. */
    public Response answer(Supplier<Answer> work) {
        key.claim(readKey());
        return claimed(hash(), work);
    }

    /**
     * The same for work that first has to ask another service: that is done before the transaction, and not at all when the answer is
     * already known.
     */
    public <T> Response answer(Supplier<T> ask, Function<T, Answer> work) {
        key.claim(readKey());
        var hash = hash();
        var known = QuarkusTransaction.requiringNew().call(() -> stored(hash));
        if (known != null) {
            return known;
        }
        var asked = ask.get();
        return claimed(hash, () -> work.apply(asked));
    }

    private Response claimed(byte[] hash, Supplier<Answer> work) {
        var response = QuarkusTransaction.requiringNew().call(() -> claim(hash) ? keep(work.get()) : stored(hash));
        sealer.sealSoon();
        return response;
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
        return Journal.sha256((request.method() + "\n" + request.uri() + "\n").getBytes(UTF_8), key.body());
    }

    private boolean claim(byte[] hash) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO journal.request (client, key, request_hash, claimed_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (client, key) DO NOTHING""")) {
            insert.setString(1, signedIn.caller().keyring());
            insert.setString(2, key.value());
            insert.setBytes(3, hash);
            insert.setObject(4, time.now().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private Response stored(byte[] hash) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT request_hash, status, answer, location, etag FROM journal.request WHERE client = ? AND key = ?")) {
            select.setString(1, signedIn.caller().keyring());
            select.setString(2, key.value());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!Arrays.equals(row.getBytes(1), hash)) {
                    throw Refusal.ofField(JournalRule.IDEMPOTENCY_KEY_REUSED, "Idempotency-Key");
                }
                return response(row.getInt(2), row.getBytes(3), row.getString(4), row.getString(5));
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private Response keep(Answer answer) {
        var etag = '"' + String.valueOf(answer.version()) + '"';
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE journal.request SET status = ?, answer = ?, location = ?, etag = ? WHERE client = ? AND key = ?")) {
            var body = json.writeValueAsBytes(answer.body());
            update.setInt(1, answer.status());
            update.setBytes(2, body);
            update.setString(3, answer.location());
            update.setString(4, etag);
            update.setString(5, signedIn.caller().keyring());
            update.setString(6, key.value());
            update.executeUpdate();
            return response(answer.status(), body, answer.location(), etag);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response response(int status, byte[] body, String location, String etag) {
        var response = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .header("ETag", etag);
        return (location == null ? response : response.header("Location", location)).build();
    }
}
