package org.fundtrail.funding.follow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureType;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;

/** infrastructure-service as the follower sees it: a record that grows, and invoices as they are now, for who comes as a service. */
final class Feed implements AutoCloseable {
    /** No position is used by two tests: what was taken in under it is taken in once for ever. */
    private static final AtomicLong NEXT = new AtomicLong(1_000_000);

    final NavigableMap<Long, String> entries = new ConcurrentSkipListMap<>();
    final Map<UUID, ExpenditureView> items = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile boolean isAway;

    private final ObjectMapper json;
    private final HttpServer server;
    private final long first;
    private long last;

    Feed(ObjectMapper json) throws IOException {
        this.json = json;
        first = NEXT.addAndGet(1_000_000);
        last = first - 1;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The place before its first entry. */
    long beginning() {
        return first - 1;
    }

    long end() {
        return last;
    }

    synchronized void entry(Subject subject, Subject parent) {
        last++;
        entries.put(last, """
                {"position": %d, "institution": "LT-VRM", "subject": %s, "parent": %s, "something": "new"}""".formatted(last, said(subject), said(parent)));
    }

    private static String said(Subject subject) {
        return subject == null
                ? "null"
                : "{\"type\": \"%s\", \"id\": \"%s\", \"reference\": \"%s\"}"
                        .formatted(subject.type(), subject.id(), subject.reference());
    }

    /** What nobody claims anything of. */
    void others(int many) {
        for (int n = 0; n < many; n++) {
            entry(new Subject("contract", UUID.randomUUID(), "C-" + n), null);
        }
    }

    /** A paid invoice of this amount, all of it eligible. */
    ExpenditureView invoice(String amount) {
        var invoice = new ExpenditureView(
                ExpenditureType.INVOICE,
                UUID.randomUUID(),
                "T-" + last,
                new Subject("project", UUID.randomUUID(), "BARRIER"),
                "LT-VRM",
                "PAID",
                java.time.LocalDate.of(2022, 2, 28),
                java.time.LocalDate.of(2022, 3, 28),
                Money.eur(amount),
                Money.eur(amount),
                Money.zero(),
                Money.zero(),
                Money.eur(amount),
                null,
                null,
                3);
        items.put(invoice.id(), invoice);
        entry(new Subject("invoice", invoice.id(), invoice.number()), null);
        return invoice;
    }

    /** A credit note of so much, which its invoice shows. */
    void credit(ExpenditureView invoice, String amount) {
        var now = items.compute(
                invoice.id(),
                (id, then) -> new ExpenditureView(
                        then.type(),
                        id,
                        then.number(),
                        then.project(),
                        then.institution(),
                        then.status(),
                        then.issuedOn(),
                        then.paidOn(),
                        then.gross(),
                        then.eligible(),
                        then.credited().plus(Money.eur(amount)),
                        then.eligibleCredited().plus(Money.eur(amount)),
                        then.euEligible(),
                        null,
                        null,
                        then.version() + 1));
        entry(
                new Subject("credit-note", UUID.randomUUID(), "K-" + now.version()),
                new Subject("invoice", invoice.id(), invoice.number()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var address = exchange.getRequestURI();
            asked.add(address.toString());
            if (isAway) {
                return; // closed without an answer
            }
            if (!isService(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var query = Stream.of(address.getRawQuery().split("&"))
                    .map(one -> one.split("=", 2))
                    .collect(Collectors.groupingBy(
                            one -> one[0], Collectors.mapping(one -> one[1], Collectors.toList())));
            var body = address.getPath().endsWith("/expenditure") ? expenditure(query.get("id")) : record(query);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** By the public half of the key, as infrastructure-service does. */
    private static boolean isService(String authorization) {
        try {
            var path = ConfigProvider.getConfig().getValue("FUNDTRAIL_FUNDING_TOKEN_PUBLIC_KEY", String.class);
            var key = KeyUtils.decodePublicKey(Files.readString(Path.of(path)), SignatureAlgorithm.ES256);
            var context = new JWTAuthContextInfo(key, "fundtrail-funding");
            context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
            context.setExpectedAudience(Set.of("fundtrail-services"));
            context.setMaxTimeToLiveSecs(300L);
            return new DefaultJWTParser(context)
                    .parse(authorization.replaceFirst("Bearer ", ""))
                    .getGroups()
                    .equals(Set.of("service"));
        } catch (Exception e) {
            return false;
        }
    }

    private String expenditure(List<String> ids) throws IOException {
        var found = ids.stream()
                .map(UUID::fromString)
                .filter(items::containsKey)
                .map(items::get)
                .toList();
        return "{\"items\": " + json.writeValueAsString(found) + ", \"next\": null}";
    }

    private String record(Map<String, List<String>> query) {
        int limit = Integer.parseInt(query.get("limit").get(0));
        if (query.get("order").get(0).equals("desc")) {
            return "{\"items\": [" + entries.lastEntry().getValue() + "], \"next\": null}";
        }
        var behind = entries.tailMap(Long.parseLong(query.get("after").get(0)), false);
        return behind.values().stream()
                .limit(limit)
                .collect(Collectors.joining(
                        ", ", "{\"items\": [", "], \"next\": " + (behind.size() > limit ? "\"more\"" : "null") + "}"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
