package org.fundtrail.funding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands in for infrastructure-service: it knows every project whose reference is a kind and a name, {@code RECEPTION/camp}, of LT-VRM, or
 * of LV-IEM where the name starts with LV, which it shows to nobody by its id; and none without a slash. PUT /expenditure takes an
 * invoice or direct cost as it is to be said from then on. PUT /down and a reference or an id makes the service break off when asked for it, PUT /half in the middle of its answer.
 */
public class ProjectsStandIn implements QuarkusTestResourceLifecycleManager {
    public static final String URL = "quarkus.rest-client.infrastructure.url";

    private final Map<UUID, String> references = new ConcurrentHashMap<>();
    private final Map<String, String> items = new ConcurrentHashMap<>();
    private final Set<String> down = ConcurrentHashMap.newKeySet();
    private final Set<String> half = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    /** The id that a project of this reference has. */
    public static UUID id(String reference) {
        return UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", this::answer);
            server.start();
            return Map.of(URL, "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/down") || path.equals("/half")) {
                (path.equals("/down") ? down : half)
                        .add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            if (path.equals("/expenditure")) {
                var said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                items.put(said.replaceAll("(?s).*\"id\":\"([0-9a-f-]{36})\",\"number.*", "$1"), said);
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            if (path.endsWith("/expenditure")) {
                expenditure(exchange);
                return;
            }
            boolean list = path.endsWith("/projects");
            var reference = list
                    ? URLDecoder.decode(
                            exchange.getRequestURI().getRawQuery().substring("reference=".length()),
                            StandardCharsets.UTF_8)
                    : references.get(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
            if (reference != null && down.contains(reference)) {
                return; // closed without an answer
            }
            if (reference != null && half.contains(reference)) {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"items\":".getBytes(StandardCharsets.UTF_8));
                return; // closed in the middle of it
            }
            var project = reference == null || !reference.contains("/") ? null : project(reference);
            if (!list && project != null && project.contains("LV-IEM")) {
                exchange.getResponseHeaders().add("X-Fundtrail-Refused", "foreign");
                project = null;
            }
            if (project == null && !list) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            answer(exchange, list ? "{\"items\":[" + (project == null ? "" : project) + "],\"next\":null}" : project);
        }
    }

    /** Of the items that are asked for those that it was told of. */
    private void expenditure(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        if (query.startsWith("project=")) {
            var project = URLDecoder.decode(query.replaceAll("project=([^&]*).*", "$1"), StandardCharsets.UTF_8);
            answer(
                    exchange,
                    items.values().stream()
                            .filter(item -> item.contains('"' + project + '"'))
                            .sorted()
                            .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":null}")));
            return;
        }
        var asked = Stream.of(query.split("&"))
                .map(one -> one.substring("id=".length()))
                .toList();
        if (asked.stream().anyMatch(down::contains)) {
            return; // closed without an answer
        }
        answer(
                exchange,
                asked.stream()
                        .map(items::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":null}")));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String project(String reference) {
        references.put(id(reference), reference);
        var kind = reference.substring(0, reference.indexOf('/'));
        var institution = reference.startsWith(kind + "/LV") ? "LV-IEM" : "LT-VRM";
        return """
                {"id": "%s", "reference": "%s", "title": {"en": "Project %s", "lt": "Projektas %s"}, "kind": "%s",
                 "institution": "%s", "somethingNew": 1}""".formatted(id(reference), reference, reference, reference, kind, institution);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
