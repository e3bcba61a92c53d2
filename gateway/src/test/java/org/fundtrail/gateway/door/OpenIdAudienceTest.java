package org.fundtrail.gateway.door;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import java.util.Set;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

/** Where the API has an audience of its own, a token for the sign-in of people opens no part of it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(WithProvider.class)
class OpenIdAudienceTest {

    private static int me(String audience) {
        var token = Jwt.preferredUserName("rasa")
                .groups(Set.of("approver"))
                .subject("8f3c")
                .issuer("https://server.example.com")
                .audience(audience)
                .jws()
                .keyId("1")
                .sign("privateKey.jwk");
        return given().auth().oauth2(token).get("/api/v1/me").statusCode();
    }

    @Test
    void only_the_audience_of_the_api_opens_it() {
        assertEquals(200, me(WithProvider.AUDIENCE));
        assertEquals(401, me(WithProvider.CLIENT));
    }
}
