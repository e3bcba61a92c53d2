package org.fundtrail.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was ended stays ended, also over a restart. */
class EndedSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    private EndedSessions at(Instant now) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(DoorConfig.class)
                .withDefaultValue("fundtrail.door.oidc-client-id", "fundtrail")
                .withDefaultValue("fundtrail.door.oidc-audience", "fundtrail")
                .withDefaultValue("fundtrail.door.oidc-roles-source", "accesstoken")
                .withDefaultValue("fundtrail.door.oidc-institution-claim", "institution")
                .withDefaultValue("fundtrail.door.session-key", "x".repeat(32))
                .withDefaultValue(
                        "fundtrail.door.sessions-file",
                        folder.resolve("run/ended").toString())
                .build()
                .getConfigMapping(DoorConfig.class);
        return new EndedSessions(() -> now, config, null);
    }

    @Test
    void a_session_that_was_signed_out_is_ended_after_a_restart_too() {
        at(NOW).end("rasa's session");
        var again = at(NOW.plusSeconds(60));
        assertTrue(again.isEnded("rasa's session", "rasa", NOW.minusSeconds(100)));
        assertFalse(again.isEnded("another session", "rasa", NOW.minusSeconds(100)));
    }

    @Test
    void all_sessions_of_a_person_that_were_opened_before_are_ended_and_later_ones_are_not() {
        at(NOW).endAll("rasa");
        var again = at(NOW.plusSeconds(60));
        assertTrue(again.isEnded("any", "rasa", NOW.minusSeconds(1)));
        assertTrue(again.isEnded("any", "rasa", NOW));
        assertFalse(again.isEnded("any", "rasa", NOW.plusSeconds(1)));
        assertFalse(again.isEnded("any", "tomas", NOW.minusSeconds(1)));
    }

    @Test
    void what_is_older_than_the_longest_session_is_forgotten_and_no_name_is_kept() throws IOException {
        at(NOW).end("first");
        at(NOW.plusSeconds(3600)).endAll("rasa");
        at(NOW.plus(EndedSessions.LONGEST).plusSeconds(60));
        var kept = Files.readAllLines(folder.resolve("run/ended"));
        assertEquals(1, kept.size());
        assertFalse(kept.get(0).contains("rasa"));
        Files.writeString(folder.resolve("run/ended"), "nonsense\n" + String.join("\n", kept) + "\nhalf a li");
        assertTrue(at(NOW.plusSeconds(3700)).isEnded("any", "rasa", NOW));
    }

    @Test
    void a_session_ends_though_its_file_cannot_be_written_and_is_written_as_soon_as_it_can() throws Exception {
        var file = folder.resolve("run/ended");
        var sessions = at(NOW);
        Files.createDirectories(file); // in its place
        sessions.endAll("rasa");
        assertTrue(sessions.isEnded("any", "rasa", NOW));
        Files.delete(file);
        sessions.endAll("jonas");
        assertEquals(2, Files.readAllLines(file).size());
        assertTrue(at(NOW).isEnded("any", "rasa", NOW));
    }

    @Test
    void an_address_of_the_api_is_read_without_looking_back() {
        assertTrue(ServiceProxy.isAddress("v1/allocations/01932f5e-7c00-7a00-8000-000000000001/receipts"));
        for (var wrong : List.of("", "v1//a", "v1/../a", "v1/.a", "v1/a;x", "v1/%61", "x/a", "v111/a", "v1/a/")) {
            assertFalse(ServiceProxy.isAddress(wrong), wrong);
        }
    }
}
