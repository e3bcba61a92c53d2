package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.json;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.proposed;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.recordedReceipt;
import static org.fundtrail.funding.Funding.reserved;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fundtrail.common.SecurityLines;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;

/** Who is let in, who may do what, and what another institution sees of it: nothing. */
@QuarkusTest
class AccessTest {
    @Inject
    SecurityLines lines;

    private static final UUID SOME = UUID.fromString("0190f5fe-7c00-7a00-8000-000000000001");
    private static final List<String> READ = List.of(
            "/programmes",
            "/programmes/" + SOME,
            "/allocations",
            "/allocations?format=csv",
            "/allocations/" + SOME,
            "/allocations/" + SOME + "/receipts",
            "/allocations/" + SOME + "/commitments",
            "/receipts/" + SOME,
            "/commitments",
            "/receipts",
            "/commitments/" + SOME,
            "/approvals",
            "/entries",
            "/entries?format=csv",
            "/entries/0",
            "/position");
    private static final Map<String, Person> WRITE = Map.ofEntries(
            Map.entry("/programmes", OFFICER),
            Map.entry("/programmes/validation", OFFICER),
            Map.entry("/allocations", OFFICER),
            Map.entry("/allocations/validation", OFFICER),
            Map.entry("/allocations/" + SOME + "/decision", APPROVER),
            Map.entry("/allocations/" + SOME + "/receipts", OFFICER),
            Map.entry("/allocations/" + SOME + "/receipts/validation", OFFICER),
            Map.entry("/receipts/" + SOME + "/confirmation", ACCOUNTANT),
            Map.entry("/receipts/" + SOME + "/refusal", ACCOUNTANT),
            Map.entry("/allocations/" + SOME + "/commitments", OFFICER),
            Map.entry("/allocations/" + SOME + "/commitments/validation", OFFICER),
            Map.entry("/commitments/" + SOME + "/decision", APPROVER));

    private static PrivateKey gatewayKey() throws Exception {
        var encoded = ConfigProvider.getConfig().getValue("fundtrail.test.token-key", String.class);
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.issuer("fundtrail-gateway")
                .audience("fundtrail-services")
                .subject("officer")
                .upn("officer")
                .groups(Set.of("funding-officer"))
                .claim("institution", "LT-VRM")
                .expiresIn(300);
    }

    private static String signed(JwtClaimsBuilder claims) throws Exception {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).sign(gatewayKey());
    }

    private static void refused(String authorization) {
        for (var path : READ) {
            var request = authorization == null
                    ? RestAssured.given()
                    : RestAssured.given().header("Authorization", authorization);
            request.get(API + path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", containsString("Bearer"))
                    .body("code", equalTo("not-signed-in"));
        }
        var key = UUID.randomUUID().toString();
        for (var path : WRITE.keySet()) {
            var request = RestAssured.given().contentType(ContentType.JSON).header("Idempotency-Key", key);
            (authorization == null ? request : request.header("Authorization", authorization))
                    .body(json(programme(unique("PRG"), "BMVI", "STAFF")))
                    .post(API + path)
                    .then()
                    .statusCode(401);
        }
        Books.nothingOf(key);
    }

    @Test
    void nobody_gets_in_without_a_token() {
        refused(null);
    }

    @Test
    void nobody_gets_in_with_a_name_and_password_or_with_something_that_is_no_token() {
        refused("Basic " + Base64.getEncoder().encodeToString("officer:demo".getBytes()));
        refused("Bearer");
        refused("Bearer x.y.z");
    }

    @Test
    void a_token_that_is_expired_forged_or_meant_for_somebody_else_opens_nothing() throws Exception {
        lines.sumUp(); // what was refused before is counted no longer
        var noted = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                noted.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger("fundtrail.security");
        log.addHandler(handler);
        refused("Bearer " + signed(claims().issuedAt(1_700_000_000).expiresAt(1_700_000_300)));
        refused("Bearer " + signed(claims().audience("somebody-else")));
        refused("Bearer " + signed(claims().issuer("somebody-else")));
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        refused("Bearer "
                + claims().jws()
                        .algorithm(SignatureAlgorithm.ES256)
                        .sign(generator.generateKeyPair().getPrivate()));
        log.removeHandler(handler);
        assertTrue(noted.toString().contains("\"event\":\"service-token-refused\""), noted.toString());
        var good = signed(claims()).split("\\.");
        var nobody = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        refused("Bearer " + nobody + "." + good[1] + ".");
        var more = new String(Base64.getUrlDecoder().decode(good[1])).replace("funding-officer", "administrator");
        refused("Bearer " + good[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(more.getBytes()) + "." + good[2]);
    }

    @Test
    void the_wrong_role_is_refused_before_the_body_is_read() {
        var everybody = List.of(
                OFFICER, ENGINEER, APPROVER, ACCOUNTANT, AUDITOR, new Person("admin", "administrator", "LT-VRM"));
        WRITE.forEach((path, may) -> {
            for (var person : everybody) {
                if (!person.role().equals(may.role())) {
                    person.post(API + path, "{")
                            .statusCode(403)
                            .contentType("application/problem+json")
                            .body("code", equalTo("not-allowed"));
                }
            }
        });
        AUDITOR.put("\"0\"", API + "/allocations/" + SOME, "{").statusCode(403);
        AUDITOR.put("\"0\"", API + "/commitments/" + SOME, "{").statusCode(403);
    }

    @Test
    void every_role_reads_and_somebody_without_a_role_or_an_institution_does_not() {
        for (var role :
                List.of("funding-officer", "project-officer", "approver", "accountant", "auditor", "administrator")) {
            new Person("reader", role, "LT-VRM").get(API + "/allocations").statusCode(200);
            new Person("reader", role, "LT-VRM").get(API + "/position").statusCode(200);
        }
        new Person("stranger", "visitor", "LT-VRM").get(API + "/allocations").statusCode(403);
        new Person("stranger", "funding-officer", "").get(API + "/allocations").statusCode(403);
        new Person("examiner", "auditor", "").get(API + "/allocations").statusCode(200);
    }

    @Test
    void another_institution_finds_nothing_of_it_anywhere() {
        var allocation = inForce("1000.00", "RECEPTION");
        var waiting = proposed("7.00", "RECEPTION");
        var receipt = recordedReceipt(allocation, "10.00");
        var commitment = reserved(allocation, "RECEPTION/camp", "10.00");
        var code = recordedProgramme("STAFF");
        var programme = OFFICER.get(API + "/programmes?q=" + code).extract().<String>path("items[0].id");
        var position =
                OFFICER.get(API + "/entries?subject=" + allocation).extract().<Integer>path("items[0].position");
        var latvians = List.of(
                LATVIAN,
                new Person("approver.lv", "approver", "LV-IEM"),
                new Person("accountant.lv", "accountant", "LV-IEM"));
        for (var path : List.of(
                "/allocations/" + allocation,
                "/allocations/" + allocation + "/receipts",
                "/allocations/" + allocation + "/commitments",
                "/receipts/" + receipt,
                "/commitments/" + commitment,
                "/programmes/" + programme,
                "/entries/" + position)) {
            OFFICER.get(API + path).statusCode(200);
            AUDITOR.get(API + path).statusCode(200);
            for (var latvian : latvians) {
                latvian.get(API + path).statusCode(404);
            }
        }
        for (var list : List.of(
                "/allocations?q=Reception",
                "/programmes?q=" + code,
                "/commitments",
                "/receipts",
                "/entries?subject=" + allocation,
                "/approvals")) {
            LATVIAN.get(API + list).statusCode(200).body("items.findAll { it.institution == 'LT-VRM' }", empty());
        }
        LATVIAN.get(API + "/allocations").body("items.id", not(hasItem(allocation)));
        LATVIAN.get(API + "/approvals?limit=200").body("items.id", not(hasItem(waiting)));
        LATVIAN.get(API + "/position").body("allocations.id", not(hasItem(allocation)));
        LATVIAN.get(API + "/entries?subject=" + allocation).body("items", empty());
        LATVIAN.get(API + "/allocations?format=csv").body(not(containsString(allocation)));
        LATVIAN.get(API + "/entries?format=csv&subject=" + allocation).body(not(containsString(allocation)));

        LATVIAN.post(API + "/allocations/{id}/receipts", receipt("1.00"), allocation)
                .statusCode(404);
        LATVIAN.post(API + "/allocations/{id}/commitments", commitment("RECEPTION/LV camp", "1.00"), allocation)
                .statusCode(404);
        LATVIAN.put("\"0\"", API + "/allocations/{id}", allocation(code, "1.00"), waiting)
                .statusCode(404);
        LATVIAN.post(API + "/allocations", allocation(code, "1.00"))
                .statusCode(400)
                .body("code", equalTo("programme-unknown"));
        latvians.get(1)
                .post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), waiting)
                .statusCode(404);
        latvians.get(1)
                .post(API + "/commitments/{id}/decision", Map.of("outcome", "APPROVED"), commitment)
                .statusCode(404);
        latvians.get(2)
                .post(API + "/receipts/{id}/confirmation", Map.of(), receipt)
                .statusCode(404);
        latvians.get(2)
                .post(API + "/receipts/{id}/refusal", Map.of("reason", "Not ours"), receipt)
                .statusCode(404);
    }

    /** Nobody hears a difference but the gateway, which takes the word off and notes it. */
    @Test
    void who_asks_for_or_names_a_record_of_another_institution_is_told_on_to_the_gateway() {
        var code = recordedProgramme("RECEPTION");
        var programme = OFFICER.get(API + "/programmes?q=" + code).extract().<String>path("items[0].id");
        var position =
                OFFICER.get(API + "/entries?subject=" + programme).extract().<Integer>path("items[0].position");
        var mine = inForce("100.00", "RECEPTION");
        OFFICER.post(API + "/allocations/{id}/commitments", commitment("RECEPTION/LV camp", "1.00"), mine);
        var project = ProjectsStandIn.id("RECEPTION/LV camp").toString();
        for (var foreign : List.of(
                LATVIAN.get(API + "/entries/" + position).statusCode(404),
                LATVIAN.post(API + "/allocations", allocation(programme, "1.00"))
                        .statusCode(400)
                        .body("code", equalTo("programme-unknown")),
                OFFICER.post(API + "/allocations/{id}/commitments", commitment("RECEPTION/LV camp", "1.00"), mine)
                        .statusCode(400)
                        .body("code", equalTo("project-unknown")),
                OFFICER.post(API + "/allocations/{id}/commitments", commitment(project, "1.00"), mine)
                        .statusCode(400)
                        .body("code", equalTo("project-unknown")))) {
            foreign.header("X-Fundtrail-Refused", "foreign");
        }
        for (var absent : List.of(
                LATVIAN.get(API + "/entries/999999999").statusCode(404),
                LATVIAN.post(API + "/allocations", allocation(UUID.randomUUID().toString(), "1.00")),
                OFFICER.post(API + "/allocations/{id}/commitments", commitment(SOME.toString(), "1.00"), mine))) {
            absent.header("X-Fundtrail-Refused", nullValue());
        }
    }

    @Test
    void a_list_narrowed_to_a_record_of_another_institution_is_empty_and_told_on_to_the_gateway() {
        var mine = inForce("100.00", "RECEPTION");
        String programme =
                OFFICER.get(API + "/allocations/{id}", mine).extract().path("programme.id");
        OFFICER.post(API + "/allocations/{id}/commitments", commitment("RECEPTION/camp", "1.00"), mine)
                .statusCode(201);
        var lists = List.of(
                "/entries?subject=", mine,
                "/allocations?programme=", programme,
                "/commitments?project=", ProjectsStandIn.id("RECEPTION/camp").toString());
        for (int i = 0; i < lists.size(); i += 2) {
            var list = API + lists.get(i);
            LATVIAN.get(list + lists.get(i + 1))
                    .statusCode(200)
                    .body("items", empty())
                    .header("X-Fundtrail-Refused", "foreign");
            LATVIAN.get(list + UUID.randomUUID()).body("items", empty()).header("X-Fundtrail-Refused", nullValue());
            for (var reader : List.of(OFFICER, AUDITOR)) {
                reader.get(list + lists.get(i + 1))
                        .body("items", not(empty()))
                        .header("X-Fundtrail-Refused", nullValue());
            }
        }
    }

    @Test
    void who_may_look_into_every_institution_still_works_only_on_their_own() {
        var foreign = new Person("both.lv", "auditor funding-officer approver accountant", "LV-IEM");
        var waiting = proposed("7.00", "RECEPTION");
        var allocation = inForce("1000.00", "RECEPTION");
        var receipt = recordedReceipt(allocation, "10.00");
        foreign.get(API + "/allocations/{id}", waiting).statusCode(200).body("actions", empty());
        foreign.post(API + "/allocations/{id}/decision", Map.of("outcome", "APPROVED"), waiting)
                .statusCode(404);
        foreign.post(API + "/allocations/{id}/receipts", receipt("1.00"), allocation)
                .statusCode(404);
        foreign.post(API + "/allocations/{id}/commitments", commitment("RECEPTION/LV camp", "1.00"), allocation)
                .statusCode(404);
        foreign.post(API + "/receipts/{id}/confirmation", Map.of(), receipt).statusCode(404);
    }
}
