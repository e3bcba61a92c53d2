package org.fundtrail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void a_clock_that_is_set_is_for_demonstrations_alone() {
        settings(Map.of("FUNDTRAIL_CLOCK_FILE", "clock"));
        for (var real :
                List.of(Map.of("OIDC_URL", "https://id.example.org"), Map.of("FUNDTRAIL_DEMONSTRATION", "false"))) {
            var environment = new HashMap<>(real);
            environment.put("FUNDTRAIL_CLOCK_FILE", "clock");
            var sentence =
                    assertThrows(CannotStart.class, () -> settings(environment)).getMessage();
            assertTrue(sentence.contains("FUNDTRAIL_CLOCK_FILE"), sentence);
        }
    }

    @Test
    void nothing_needs_to_be_set() {
        Settings settings = settings(Map.of());
        assertEquals("http://127.0.0.1:8080", settings.gatewayUrl());
        assertEquals(Path.of("/opt/fundtrail/data").toAbsolutePath(), settings.data());
        assertTrue(settings.demonstration());
    }

    @Test
    void a_taken_port_gets_one_sentence_that_names_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Settings settings = settings(Map.of("FUNDTRAIL_PORT", String.valueOf(taken.getLocalPort())));
            String sentence =
                    assertThrows(CannotStart.class, settings::checkPortIsFree).getMessage();
            assertTrue(sentence.startsWith("Port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used"), sentence);
        }
    }

    @Test
    void what_is_no_port_is_refused() {
        for (String port : new String[] {"abc", "0", "-1", "65536", "999999"}) {
            String sentence = assertThrows(CannotStart.class, () -> settings(Map.of("FUNDTRAIL_PORT", port)))
                    .getMessage();
            assertTrue(sentence.contains("\"" + port + "\""), sentence);
        }
    }

    @Test
    void the_demonstration_users_stay_on_this_machine() {
        assertThrows(CannotStart.class, () -> settings(Map.of("FUNDTRAIL_HOST", "0.0.0.0")));
        Settings withProvider =
                settings(Map.of("FUNDTRAIL_HOST", "0.0.0.0", "OIDC_URL", "https://id.example.org/realms/vrm"));
        assertFalse(withProvider.demonstration());
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(Path.of("/opt/fundtrail"), environment);
    }
}
