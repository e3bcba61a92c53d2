package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Clients that reset their connections in the middle of a request are a nuisance to nobody else. */
@ResourceLock(House.SHARED)
class RudeClientsIT {
    /** For as long at least; on a slow machine until each of those who are not rude recorded as many as they shall. */
    private static final Duration TIME = Duration.ofSeconds(10);

    private static final Duration AT_MOST = Duration.ofMinutes(3);
    private static final int EACH = 6;

    private static final String PROGRAMMES = "/api/funding/v1/programmes";

    private final House house = House.shared();

    private static String programme(String code) {
        return "{\"code\": \"" + code + "\", \"fund\": \"AMIF\", \"name\": \"Rude\", \"managementMode\": \"DIRECT\","
                + " \"period\": {\"from\": \"2021-01-01\", \"to\": \"2027-12-31\"}, \"costScope\": [\"RECEPTION\"]}";
    }

    private static String code(String who) {
        return who + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** Sends a whole request, waits for as long as an answer may be on its way, and resets. */
    private void beRude(String who, int wait) throws IOException, InterruptedException {
        var body = programme(code("RUDE"));
        var credentials = Base64.getEncoder().encodeToString((who + ":demo").getBytes(StandardCharsets.UTF_8));
        try (var socket = new Socket("127.0.0.1", house.port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("POST " + PROGRAMMES
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Basic "
                                    + credentials + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(wait);
        }
    }

    @Test
    void what_others_record_meanwhile_is_answered_as_ever() throws Exception {
        var until = Instant.now().plus(TIME);
        var atLast = Instant.now().plus(AT_MOST);
        var atWork = new AtomicInteger(4);
        var rude = new AtomicInteger();
        var recorded = ConcurrentHashMap.<String>newKeySet();
        List<Callable<List<Integer>>> clients = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            int client = n;
            clients.add(() -> {
                for (int i = client; atWork.get() > 0 && Instant.now().isBefore(atLast); i++) {
                    beRude(i % 2 == 0 ? "officer" : "officer.lv", i % 12); // neither is above what one person may send
                    rude.incrementAndGet();
                }
                return List.of();
            });
            var who = client == 0 ? "officer" : "verifier"; // also beside somebody rude under the same name
            clients.add(() -> {
                var wrong = new ArrayList<Integer>();
                var done = 0;
                while (Instant.now().isBefore(done < EACH ? atLast : until)) {
                    var code = code("KIND");
                    var status = house.as(who)
                            .contentType("application/json")
                            .header("Idempotency-Key", UUID.randomUUID())
                            .body(programme(code))
                            .post(PROGRAMMES)
                            .statusCode();
                    if (status == 201) {
                        recorded.add(code);
                        done++;
                    } else if (status != 429) {
                        wrong.add(status);
                    }
                }
                atWork.decrementAndGet();
                return wrong;
            });
        }
        var threads = Executors.newFixedThreadPool(clients.size());
        try {
            for (var client : threads.invokeAll(clients)) {
                assertEquals(List.of(), client.get());
            }
        } finally {
            threads.shutdown();
        }
        assertTrue(rude.get() > 100, "only " + rude + " were rude");
        assertTrue(recorded.size() >= 4 * EACH, "only " + recorded.size() + " were recorded");
        assertEquals(recorded, found(), "what was answered as recorded, and nothing else, is there");
    }

    /** The codes of all programmes of the clients who are not rude. */
    private Set<String> found() {
        var codes = new HashSet<String>();
        for (String next = ""; next != null; ) {
            var page = house.get(
                            "officer", PROGRAMMES + "?q=KIND-&limit=200" + (next.isEmpty() ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract();
            codes.addAll(page.path("items.code"));
            next = page.path("next");
        }
        return codes;
    }
}
