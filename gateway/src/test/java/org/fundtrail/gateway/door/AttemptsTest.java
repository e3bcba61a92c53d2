package org.fundtrail.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guessing is slowed whatever the names, and whoever is in stays in. */
class AttemptsTest {
    private static final String HERE = "192.0.2.7";
    private static final String ELSEWHERE = "198.51.100.1";

    private final Attempts attempts = new Attempts(
            InstantSource.system(),
            new SmallRyeConfigBuilder()
                    .withMapping(DoorConfig.class)
                    .withDefaultValue("fundtrail.door.oidc-client-id", "fundtrail")
                    .withDefaultValue("fundtrail.door.oidc-audience", "fundtrail")
                    .withDefaultValue("fundtrail.door.oidc-roles-source", "accesstoken")
                    .withDefaultValue("fundtrail.door.oidc-institution-claim", "institution")
                    .withDefaultValue("fundtrail.door.session-key", "x".repeat(32))
                    .withDefaultValue("fundtrail.door.attempts", "10")
                    .withDefaultValue("fundtrail.door.attempts-per-address", "50")
                    .withDefaultValue("fundtrail.door.attempts-in-all", "300")
                    .build()
                    .getConfigMapping(DoorConfig.class));

    private boolean waits(String user, String address) {
        return !attempts.pause(user, address).isZero()
                || !attempts.pauseOfOthers(user, address).isZero();
    }

    private void fail(String user, String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(user, address);
        }
    }

    @Test
    void after_so_many_failures_of_one_user_the_next_has_to_wait() {
        fail("rasa", HERE, 9);
        assertFalse(waits("rasa", HERE));
        fail("rasa", HERE, 1);
        assertTrue(waits("rasa", HERE));
        assertTrue(attempts.pause("rasa", HERE).compareTo(Duration.ofMinutes(2)) < 0);
        assertFalse(waits("tomas", HERE));
        assertFalse(waits("rasa", ELSEWHERE));
    }

    @Test
    void ten_thousand_other_names_do_not_make_it_forget_one() {
        fail("rasa", HERE, 10);
        for (int n = 0; n < 10_000; n++) {
            if (!waits("name-" + n, ELSEWHERE)) { // what has to wait is not even tried
                attempts.failed("name-" + n, ELSEWHERE);
            }
        }
        assertFalse(attempts.pause("rasa", HERE).isZero());
    }

    @Test
    void guessing_over_many_names_from_one_address_is_slowed() {
        int tried = 0;
        for (int n = 0; n < 1000; n++) {
            if (!waits("name-" + n, HERE)) {
                attempts.failed("name-" + n, HERE);
                tried++;
            }
        }
        assertEquals(50, tried);
        assertFalse(waits("rasa", ELSEWHERE));
    }

    @Test
    void guessing_from_many_addresses_is_slowed_in_all() {
        int tried = 0;
        for (int n = 0; n < 2000; n++) {
            var from = "10.0." + n / 250 + "." + n % 250;
            if (!waits("rasa", from)) {
                attempts.failed("rasa", from);
                tried++;
            }
        }
        assertTrue(tried >= 300 && tried < 320, "tried " + tried);
    }

    @Test
    void whoever_signed_in_from_there_is_held_back_by_their_own_failures_alone() {
        assertTrue(attempts.succeeded("rasa", HERE), "the first is worth a line");
        assertFalse(attempts.succeeded("rasa", HERE));
        for (int n = 0; n < 60; n++) {
            attempts.failed("name-" + n, HERE);
        }
        assertTrue(waits("tomas", HERE));
        assertFalse(waits("rasa", HERE));
        attempts.failed("rasa", HERE);
        assertTrue(attempts.succeeded("rasa", HERE), "after a failure it is worth a line again");
    }

    @Test
    void the_address_is_the_last_one_that_a_trusted_proxy_saw() {
        var address = new Address(List.of("10.0.0.0/8", "127.0.0.1"));
        assertEquals("203.0.113.9", address.of("203.0.113.9", "1.2.3.4"), "nobody trusts that peer");
        assertEquals(
                "203.0.113.9", address.of("127.0.0.1", "1.2.3.4, 203.0.113.9"), "the first is what the caller wrote");
        assertEquals("203.0.113.9", address.of("10.1.2.3", "6.6.6.6,203.0.113.9, 10.9.9.9"), "two proxies in a row");
        assertEquals("127.0.0.1", address.of("127.0.0.1", ""));
        assertEquals("127.0.0.1", address.of("127.0.0.1", "nonsense"));
        assertEquals("2001:db8::1", address.of("127.0.0.1", "[2001:db8::1]:443"));
        assertEquals("203.0.113.9", address.of("127.0.0.1", "203.0.113.9:5678"));
    }
}
