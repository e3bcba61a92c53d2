package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.records.Person.OFFICER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.fundtrail.common.Time;
import org.junit.jupiter.api.Test;

/** A token that was verified is remembered, and another one is not taken for it. */
@QuarkusTest
class TokenTest {
    @Inject
    JWTCallerPrincipalFactory tokens;

    @Inject
    JWTAuthContextInfo context;

    @Inject
    ServiceTokens services;

    private static int status(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get(API + "/programmes")
                .statusCode();
    }

    @Test
    void a_token_is_verified_once_and_remembered() throws ParseException {
        var token = OFFICER.token();
        assertSame(tokens.parse(token, context), tokens.parse(token, context));
    }

    @Test
    void a_token_that_differs_in_one_character_from_one_that_is_remembered_is_refused() {
        var token = OFFICER.token();
        assertEquals(200, status(token));
        int signature = token.lastIndexOf('.') + 5;
        int claims = token.indexOf('.') + 20;
        for (int at : List.of(signature, claims)) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            var changed = token.substring(0, at) + other + token.substring(at + 1);
            assertEquals(401, status(changed));
            assertThrows(ParseException.class, () -> tokens.parse(changed, context));
        }
        assertEquals(200, status(token));
    }

    @Test
    void a_token_is_remembered_until_it_expires_and_then_looked_at_anew() throws Exception {
        var clock = new AtomicReference<>(Instant.now());
        var remembering = new VerifiedTokens(new Time(clock::get), services);
        var token = OFFICER.token(300); // made now, not one that others use too
        var first = remembering.parse(token, context);
        clock.set(clock.get().plusSeconds(299));
        assertSame(first, remembering.parse(token, context));
        clock.set(clock.get().plusSeconds(2));
        assertNotSame(first, remembering.parse(token, context));
    }

    @Test
    void a_token_that_has_expired_opens_nothing() {
        assertEquals(401, status(OFFICER.token(-120)));
    }

    @Test
    void a_token_without_an_issuer_of_its_person_opens_nothing() {
        assertEquals(401, status(OFFICER.at("").token()));
    }
}
