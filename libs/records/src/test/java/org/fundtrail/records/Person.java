package org.fundtrail.records;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;

/**
 * Somebody who works with a service over HTTP, with the token the gateway would give them.
 *
 * @param role what they may do; several roles with spaces between
 */
public record Person(String subject, String role, String institution, String issuer, String name) {
    public Person(String subject, String role, String institution) {
        this(subject, role, institution, ISSUER, "Name of " + subject);
    }

    /** The same user name at another identity provider. */
    public Person at(String issuer) {
        return new Person(subject, role, institution, issuer, name);
    }

    public Person named(String name) {
        return new Person(subject, role, institution, issuer, name);
    }

    private record Signed(String token, Instant until) {}

    /** By whose it is and with which key it was signed. */
    private static final Map<List<Object>, Signed> SIGNED = new ConcurrentHashMap<>();

    /** Whose sign-in it is, unless another is said. */
    public static final String ISSUER = "urn:fundtrail:demonstration";

    public static final Person OFFICER = new Person("officer", Role.FUNDING_OFFICER, "LT-VRM");
    public static final Person VERIFIER = new Person("verifier", Role.FUNDING_OFFICER, "LT-VRM");
    public static final Person ENGINEER = new Person("engineer", Role.PROJECT_OFFICER, "LT-VRM");
    public static final Person APPROVER = new Person("approver", Role.APPROVER, "LT-VRM");
    public static final Person ACCOUNTANT = new Person("accountant", Role.ACCOUNTANT, "LT-VRM");
    public static final Person AUDITOR = new Person("auditor", Role.AUDITOR, "LT-VRM");
    public static final Person LATVIAN = new Person("officer.lv", Role.FUNDING_OFFICER, "LV-IEM");

    /** The id under which the books know them; they must have changed something before. */
    public String id() {
        return String.valueOf(
                Books.rows("SELECT id FROM journal.person WHERE issuer = ? AND subject = ?", issuer, subject)
                        .get(0)
                        .get(0));
    }

    /** A token, the same for a while: a service verifies each that it does not know yet, which takes it longer than most requests. */
    public String token() {
        var now = Instant.now();
        return SIGNED.compute(
                        List.of(this, key()),
                        (who, signed) -> signed != null && now.isBefore(signed.until())
                                ? signed
                                : new Signed(token(300), now.plusSeconds(60)))
                .token();
    }

    private static String key() {
        return ConfigProvider.getConfig().getValue("fundtrail.test.token-key", String.class);
    }

    /** A token of its own that lives so many seconds. */
    public String token(long seconds) {
        return token(seconds, "test");
    }

    /** The same by another door than that of tests. */
    public String token(long seconds, String client) {
        try {
            var key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key())));
            return Jwt.issuer("fundtrail-gateway")
                    .audience("fundtrail-services")
                    .subject(subject)
                    .upn(subject)
                    .claim("idp", issuer)
                    .groups(Set.of(role.split(" ")))
                    .claim("name", name)
                    .claim("institution", institution)
                    .claim("client", client)
                    .expiresIn(seconds)
                    .jws()
                    .algorithm(SignatureAlgorithm.ES256)
                    .sign(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public RequestSpecification request() {
        var config = RestAssured.config();
        return RestAssured.given()
                // every answer is kept to be shown should it not be as expected: as it is, for printing it well takes
                // its time
                .config(config.logConfig(config.getLogConfig().enablePrettyPrinting(false)))
                .header("Authorization", "Bearer " + token())
                .contentType(ContentType.JSON);
    }

    public ValidatableResponse get(String path, Object... params) {
        return QuickPaths.of(request().get(path, params).then());
    }

    /** Posts with a new idempotency key. */
    public ValidatableResponse post(String path, Object body, Object... params) {
        return post(UUID.randomUUID().toString(), path, body, params);
    }

    public ValidatableResponse post(String key, String path, Object body, Object... params) {
        return QuickPaths.of(request()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path, params)
                .then());
    }

    public ValidatableResponse put(String etag, String path, Object body, Object... params) {
        return QuickPaths.of(request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .body(body)
                .put(path, params)
                .then());
    }

    public static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    /** A comment on a record that asks somebody who acted before. */
    public static Map<String, Object> comment(String type, String id, Person asked) {
        return Map.of(
                "about",
                Map.of("type", type, "id", id),
                "text",
                "Why so much?",
                "to",
                asked.id(),
                "by",
                LocalDate.now(Time.VILNIUS).plusDays(7).toString());
    }
}
