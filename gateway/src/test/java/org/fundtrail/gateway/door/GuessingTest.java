package org.fundtrail.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.gateway.Surroundings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GuessingTest {
    @ConfigProperty(name = "fundtrail.door.attempts-per-address")
    int allowed;

    @Test
    void guesses_over_ever_new_names_are_one_line_once_they_are_slowed() throws Exception {
        var noted = Noted.inSecurityLog(() -> {
            for (int n = 0; n < allowed + 40; n++) {
                guess("name" + n);
            }
            return null;
        });
        assertEquals(allowed, noted.split("\"why\":\"wrong\"", -1).length - 1, noted);
        assertEquals(1, noted.split("\"why\":\"too-many-attempts\"", -1).length - 1, noted);
        assertTrue(noted.length() < 400 * (allowed + 1), noted);
    }

    /** From an address of its own, so that nobody else in these tests is slowed; where this machine has but one, it is left. */
    private static Socket connect() throws IOException {
        try {
            return new Socket("127.0.0.1", RestAssured.port, InetAddress.getByName("127.0.0.2"), 0);
        } catch (BindException one) {
            return Assumptions.abort("127.0.0.2 is no address of this machine");
        }
    }

    private static void guess(String name) throws IOException {
        var form = "j_username=" + name + "&j_password=guess";
        try (var socket = connect()) {
            socket.getOutputStream()
                    .write(("POST /j_security_check HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
