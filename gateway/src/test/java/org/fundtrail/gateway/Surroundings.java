package org.fundtrail.gateway;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.fundtrail.gateway.frame.StandIn;

/**
 * What the gateway finds around it: a key pair, users as a launcher supplies them, and two services. They answer programs with what they
 * were asked, and pages as {@link StandIn} does, so that all tests of the gateway share one start of it; {@code WithProvider} is the
 * second. The real services are tried with the gateway in e2e.
 */
public class Surroundings implements QuarkusTestResourceLifecycleManager {
    private static HttpServer funding;
    private static HttpServer infrastructure;

    /** The queries of what was asked at {@code /slow} and {@code /late}, of what is over there, and of what was still wanted then. */
    public static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

    public static final Set<String> ENDED = ConcurrentHashMap.newKeySet();
    public static final Set<String> ANSWERED_LATE = ConcurrentHashMap.newKeySet();

    /** The mail server of the installation. */
    public static GreenMail mail;

    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("fundtrail-gateway");
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var keys = generator.generateKeyPair();
            var privateKey = write("private.pem", "PRIVATE KEY", keys.getPrivate());
            var publicKey = write("public.pem", "PUBLIC KEY", keys.getPublic());
            funding = service("funding", AID, 0);
            infrastructure = service("infrastructure", COST, 0);
            var config = new HashMap<>(Map.of(
                    "FUNDTRAIL_TOKEN_PRIVATE_KEY",
                    privateKey,
                    "test.public-key",
                    publicKey,
                    "FUNDTRAIL_FUNDING_URL",
                    "http://127.0.0.1:" + funding.getAddress().getPort(),
                    "FUNDTRAIL_INFRASTRUCTURE_URL",
                    "http://127.0.0.1:" + infrastructure.getAddress().getPort(),
                    "fundtrail.clock-file",
                    folder.resolve("clock").toString(),
                    "FUNDTRAIL_READY_FILE",
                    folder.resolve("ready").toString(),
                    "fundtrail.door.attempts",
                    "4"));
            config.put("fundtrail.pay-to", "LT-VRM = LT00 7300 0000 0000 0000, Ministry; EE-MIN=EE00");
            config.put("fundtrail.door.hosts", "fundtrail.example.org");
            config.put("fundtrail.door.attempts-per-address", "60");
            config.put("fundtrail.door.body-within", "PT6S");
            config.put("fundtrail.door.head-within", "PT2S");
            config.put(
                    "fundtrail.door.sessions-file",
                    folder.resolve("ended-sessions").toString());
            config.put("test.sessions-file", folder.resolve("ended-sessions").toString());
            config.put("fundtrail.limits.questions", "1");
            config.put("fundtrail.limits.questions-burst", "60");
            config.put("fundtrail.limits.writes", "1");
            config.put("fundtrail.limits.writes-burst", "200");
            mail = mailServer(0);
            config.put("FUNDTRAIL_SMTP_HOST", "127.0.0.1");
            config.put("FUNDTRAIL_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
            config.put("FUNDTRAIL_SMTP_TLS", "none");
            config.put("FUNDTRAIL_SMTP_FROM", "fundtrail@example.org");
            config.put("FUNDTRAIL_PUBLIC_URL", "https://fundtrail.example.org/");
            config.put("fundtrail.send-digests-every", "off"); // tests say when
            config.put("fundtrail.users.\"engineer\".email", "mindaugas@example.org");
            user(config, "officer", "Rasa Kazlauskaitė", "funding-officer", "LT-VRM");
            user(config, "engineer", "Mindaugas Jonaitis", "project-officer", "LT-VRM");
            user(config, "approver", "Jonas Petrauskas", "approver", "LT-VRM");
            user(config, "accountant", "Eglė Žukauskienė", "accountant", "LT-VRM");
            user(config, "admin", "Ona Jankauskienė", "administrator", "LT-VRM");
            user(config, "officer.lv", "Ilze Bērziņa", "funding-officer", "LV-IEM");
            user(config, "busy", "Busy Program", "funding-officer", "LT-VRM");
            user(config, "asker", "Another Program", "funding-officer", "LT-VRM");
            user(config, "writer", "Third Program", "funding-officer", "LT-VRM");
            user(config, "leaver", "Somebody Who Leaves", "funding-officer", "LT-VRM");
            user(config, "guessed", "Somebody", "auditor", "LT-VRM");
            user(config, "typist", "Somebody Else", "auditor", "LT-VRM");
            return config;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void user(Map<String, String> config, String user, String name, String role, String institution) {
        var prefix = "fundtrail.users.\"" + user + "\".";
        config.put(prefix + "password", "demo");
        config.put(prefix + "name", name);
        config.put(prefix + "roles", role);
        config.put(prefix + "institution", institution);
    }

    private String write(String name, String kind, Key key) throws IOException {
        var encoded = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        var file = folder.resolve(name);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + encoded + "\n-----END " + kind + "-----\n");
        return file.toString();
    }

    /** What services answer programs at these paths, besides. */
    public static final Map<String, String> TO_PROGRAMS = new ConcurrentHashMap<>();

    private static HttpServer service(String name, String position, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            if (isOfAPage(exchange)) {
                StandIn.answer(exchange);
                return;
            }
            try (exchange) {
                var path = exchange.getRequestURI().getPath();
                if (path.endsWith("/foreign")) {
                    exchange.getResponseHeaders().set("X-Fundtrail-Refused", "foreign");
                    exchange.sendResponseHeaders(404, -1);
                    return;
                }
                if (String.valueOf(exchange.getRequestURI().getQuery()).contains("foreign")) {
                    exchange.getResponseHeaders().set("X-Fundtrail-Refused", "foreign");
                }
                if (path.endsWith("/denied")) {
                    exchange.sendResponseHeaders(403, -1);
                    return;
                }
                if (path.endsWith("/file")) {
                    exchange.getResponseHeaders().set("Content-Type", "text/csv; charset=UTF-8");
                    exchange.sendResponseHeaders(200, -1);
                    return;
                }
                if (path.endsWith("/vanish")) {
                    server.stop(0);
                    return;
                }
                if (path.endsWith("/slow") || path.endsWith("/late")) {
                    answerLate(exchange);
                    return;
                }
                if (path.endsWith("/drop") || path.endsWith("/drop/validation")) {
                    return; // closed without an answer
                }
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.getResponseHeaders().add("Set-Cookie", "service=1");
                exchange.getResponseHeaders().add("ETag", "\"7\"");
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                "http://127.0.0.1:" + server.getAddress().getPort() + "/api/" + name + "/v1/things/1");
                var body = TO_PROGRAMS.containsKey(path)
                        ? TO_PROGRAMS.get(path)
                        : path.endsWith("/v1/position")
                                ? position
                                : path.endsWith("/v1/entries") || path.endsWith("/v1/approvals")
                                        ? EMPTY
                                        : echo(name, exchange);
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(path.endsWith("/refused") ? 409 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        return server;
    }

    private static GreenMail mailServer(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** Does this while there is no mail server; then there is one at the same place, which has got nothing. */
    public static void withoutMail(Runnable meanwhile) {
        int port = mail.getSmtp().getPort();
        mail.stop();
        try {
            meanwhile.run();
        } finally {
            mail = mailServer(port);
        }
    }

    /** The service token says it. */
    private static boolean isOfAPage(HttpExchange exchange) {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        return token != null
                && new String(Base64.getUrlDecoder().decode(token.split("[ .]")[2]), StandardCharsets.UTF_8)
                        .matches(".*\"client\":\"(web|digest)\".*");
    }

    public static void stopInfrastructure() {
        infrastructure.stop(0);
    }

    public static void startInfrastructure() throws IOException {
        infrastructure =
                service("infrastructure", COST, infrastructure.getAddress().getPort());
    }

    /** Starts the funding-service again after it has vanished. */
    public static void startAgain() throws IOException {
        funding = service("funding", AID, funding.getAddress().getPort());
    }

    /** Works on it for a second; whoever has hung up by then is not answered. */
    private static void answerLate(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        ASKED.add(query);
        sleep(1000);
        try {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            ANSWERED_LATE.add(query);
        } finally {
            ENDED.add(query);
        }
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was asked, as JSON. */
    private static String echo(String name, HttpExchange exchange) throws IOException {
        var length = exchange.getRequestBody().readAllBytes().length;
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        return "{\"service\":\"" + name + "\",\"method\":\"" + exchange.getRequestMethod() + "\",\"uri\":\""
                + exchange.getRequestURI() + "\",\"length\":" + length + ",\"headers\":{"
                + headers.entrySet().stream()
                        .map(h -> "\"" + h.getKey().toLowerCase() + "\":\""
                                + String.join(",", h.getValue()).replace("\"", "'") + "\"")
                        .collect(Collectors.joining(","))
                + "}}";
    }

    @Override
    public void stop() {
        if (mail != null) {
            mail.stop();
        }
        if (funding != null) {
            funding.stop(0);
            infrastructure.stop(0);
        }
    }

    private static final String EMPTY = "{\"items\": [], \"next\": null, \"count\": 0}";
    public static final String AID = """
            {"asOf": "2026-11-20", "recorded": 12, "new": "ignored", "allocations": [
             {"id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT", "purpose": "Reception", "donor": "European Commission", "fund": "AMIF",
              "programme": {"id": "00000000-0000-4000-8000-000000000e01", "code": "AMIF-EMAS", "name": "AMIF"}, "decisionDate": "2021-08-11",
              "amount": {"amount": "37000000.00", "currency": "EUR"}, "received": {"amount": "29600000.00", "currency": "EUR"},
              "reserved": {"amount": "0.00", "currency": "EUR"}, "committed": {"amount": "0.00", "currency": "EUR"},
              "available": {"amount": "37000000.00", "currency": "EUR"}, "projects": []},
             {"id": "00000000-0000-4000-8000-0000000000a2", "reference": "LT-2021-BARRIER", "purpose": "Barrier", "donor": "Republic of Lithuania", "fund": "NATIONAL",
              "programme": {"id": "00000000-0000-4000-8000-000000000e02", "code": "LT-BUDGET", "name": "State budget"}, "decisionDate": "2021-08-23",
              "amount": {"amount": "152460000.00", "currency": "EUR"}, "received": {"amount": "0.00", "currency": "EUR"},
              "reserved": {"amount": "0.00", "currency": "EUR"}, "committed": {"amount": "152460000.00", "currency": "EUR"},
              "available": {"amount": "0.00", "currency": "EUR"},
              "projects": [{"project": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "committed": {"amount": "152460000.00", "currency": "EUR"},
                            "reserved": {"amount": "0.00", "currency": "EUR"}}]}]}
            """;
    public static final String COST = """
            {"asOf": "2026-11-20", "recorded": 9,
             "worksProgrammes": [{"id": "00000000-0000-4000-8000-000000000d11", "reference": "BORDER", "title": {"en": "Border", "lt": "Siena"},
              "baseline": {"estimate": "00000000-0000-4000-8000-000000000e10", "name": "Joint", "amount": {"amount": "500000000.00", "currency": "EUR"}, "basis": "UNKNOWN",
                           "gross": {"amount": "500000000.00", "currency": "EUR"}, "lowerBound": true, "date": "2021-10-01"}}],
             "projects": [{"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER",
              "worksProgramme": "00000000-0000-4000-8000-000000000d11", "contracted": {"amount": "43000000.10", "currency": "EUR"},
              "certified": {"amount": "40000000.00", "currency": "EUR"}, "invoiced": {"amount": "38000000.00", "currency": "EUR"},
              "paid": {"amount": "37000000.00", "currency": "EUR"}, "estimateAtCompletion": {"amount": "160000000.00", "currency": "EUR"},
              "baseline": {"estimate": "00000000-0000-4000-8000-000000000e11", "name": "Contracts", "amount": {"amount": "126000000.00", "currency": "EUR"}, "basis": "NET",
                           "gross": {"amount": "152460000.00", "currency": "EUR"}, "lowerBound": false, "date": "2021-09-01"}}]}
            """;
}
