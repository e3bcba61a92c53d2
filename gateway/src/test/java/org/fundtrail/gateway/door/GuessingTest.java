package org.fundtrail.gateway.door;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(GuessingTest.FewGuesses.class)
class GuessingTest {

    public static class FewGuesses implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fundtrail.door.attempts-per-address", "5", "fundtrail.security-log.repeats", "PT30S");
        }
    }

    @Test
    void guesses_over_ever_new_names_are_one_line_once_they_are_slowed() throws Exception {
        var noted = Noted.inSecurityLog(() -> {
            for (int n = 0; n < 40; n++) {
                given().redirects()
                        .follow(false)
                        .formParams(Map.of("j_username", "name" + n, "j_password", "guess"))
                        .post("/j_security_check");
            }
            return null;
        });
        assertEquals(5, noted.split("\"why\":\"wrong\"", -1).length - 1, noted);
        assertEquals(1, noted.split("\"why\":\"too-many-attempts\"", -1).length - 1, noted);
        assertTrue(noted.length() < 3000, noted);
    }
}
