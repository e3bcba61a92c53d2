package org.fundtrail.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody sent in a form after their session had ended: kept for an hour, and given back to the same person when they have signed in
 * again. What is kept can only be read with the cookie that was given for it, and only forms that this gateway has made are kept.
 */
@ApplicationScoped
public class Parked {
    /** Where it is given back. */
    public static final String PAGE = "/parked";
    /** The field in which a form says whose it is. */
    public static final String OWNER = "form-owner";

    private static final String COOKIE = "fundtrail-parked";
    private static final Duration KEPT = Duration.ofHours(1);
    /** How old the page may be whose form it is. */
    private static final Duration OLDEST = Duration.ofHours(24);

    private static final int LARGEST = 1 << 16;
    private static final long ROOM = 32L << 20;
    private static final int MOST_FIELDS = 500;

    /**
     * A form that was sent.
     *
     * @param path where to
     */
    public record Sent(String path, MultivaluedMap<String, String> fields) {}

    private final SecureRandom random = new SecureRandom();
    private final DoorConfig config;
    private final InstantSource clock;
    private final Cache<String, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .weigher((String id, byte[] sealed) -> sealed.length + 200)
            .expireAfterWrite(KEPT)
            .build();

    Parked(DoorConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** What a form says of whose it is: who made it can tell, and nobody else can say so. */
    public String owner(Person person) {
        var begin = "%016x%08x".formatted(random.nextLong(), clock.instant().getEpochSecond() / 3600);
        var said = begin + digest(begin, person);
        return said + Digest.keyed(config.sessionKey(), "made here\n" + said);
    }

    /** Another one each time, so that nothing of a page that lasts can be told by its length. */
    private String digest(String begin, Person person) {
        return Digest.keyed(
                config.sessionKey(), "form of\n" + begin + "\n" + person.issuer() + "\n" + person.subject());
    }

    private boolean isMadeHere(String owner) {
        if (owner == null || !owner.matches("[0-9a-f]{88}")) {
            return false;
        }
        long hours = clock.instant().getEpochSecond() / 3600 - Long.parseLong(owner.substring(16, 24), 16);
        return owner.endsWith(Digest.keyed(config.sessionKey(), "made here\n" + owner.substring(0, 56)))
                && hours <= OLDEST.toHours();
    }

    /** Whether this request sends a form that is worth keeping. */
    boolean takes(RoutingContext at) {
        var request = at.request();
        var type = request.getHeader("Content-Type");
        var length = request.getHeader("Content-Length");
        return request.method().equals(HttpMethod.POST)
                && type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && length != null
                && length.matches("[0-9]{1,5}")
                && Integer.parseInt(length) <= LARGEST
                && !at.normalizedPath().startsWith("//");
    }

    /** Keeps it, and answers with the cookie by which it is found; false for what no page of this gateway has made. */
    Uni<Boolean> keep(RoutingContext at) {
        return Uni.createFrom()
                .completionStage(() -> BodyLimit.read(at.request()).toCompletionStage())
                .map(body -> keep(at, body))
                .onFailure()
                .recoverWithItem(false);
    }

    private boolean keep(RoutingContext at, Buffer body) {
        var text = body.toString(StandardCharsets.UTF_8);
        if (!isMadeHere(fields(text).getFirst(OWNER))) {
            return false;
        }
        var secret = new byte[32];
        random.nextBytes(secret);
        var found = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        kept.put(
                Digest.hex("id" + found),
                sealed(
                        Cipher.ENCRYPT_MODE,
                        found,
                        (at.normalizedPath() + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        at.response()
                .addCookie(Cookie.cookie(COOKIE, found)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(at.request().isSSL())
                        .setMaxAge(KEPT.toSeconds())
                        // Whoever signed in at a provider comes back to it from another site; it is only shown, and
                        // only to them.
                        .setSameSite(CookieSameSite.LAX));
        return true;
    }

    /** Whether there is something to be given back to somebody. */
    public boolean isThere(RoutingContext at) {
        var cookie = at.request().getCookie(COOKIE);
        return cookie != null && kept.getIfPresent(Digest.hex("id" + cookie.getValue())) != null;
    }

    /** What this person sent, or null. */
    public Sent of(RoutingContext at, Person person) {
        var cookie = at.request().getCookie(COOKIE);
        var found = cookie == null ? "" : cookie.getValue();
        var there = person == null ? null : kept.getIfPresent(Digest.hex("id" + found));
        if (there == null) {
            return null;
        }
        var text = new String(sealed(Cipher.DECRYPT_MODE, found, there), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        var fields = fields(text.substring(end + 1));
        var owner = fields.getFirst(OWNER);
        return owner.startsWith(digest(owner.substring(0, 24), person), 24)
                ? new Sent(text.substring(0, end), fields)
                : null;
    }

    /** It was sent again, or whoever sent it signs out. */
    public void forget(RoutingContext at) {
        var cookie = at.request().getCookie(COOKIE);
        if (cookie != null) {
            kept.invalidate(Digest.hex("id" + cookie.getValue()));
            at.response()
                    .addCookie(Cookie.cookie(COOKIE, "")
                            .setPath("/")
                            .setHttpOnly(true)
                            .setMaxAge(0));
        }
    }

    private static MultivaluedMap<String, String> fields(String text) {
        var fields = new MultivaluedHashMap<String, String>();
        new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_FIELDS)
                .parameters()
                .forEach(fields::addAll);
        return fields;
    }

    /** Each is sealed with a key of its own, which only its cookie has; so the one starting value is used once with it. */
    private static byte[] sealed(int mode, String found, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = HexFormat.of().parseHex(Digest.hex("key" + found));
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
