package org.fundtrail.gateway.frame;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.fundtrail.gateway.Surroundings;

/** Both services as the pages see them: a few records, refusals for what a test asks to have refused, and what was sent. */
public final class StandIn {
    /** What is answered otherwise than usual, by method and path, with or without what is asked: made of what is answered else, or of null. */
    public static final Map<String, UnaryOperator<String>> OTHERWISE = new ConcurrentHashMap<>();

    /** What the pages sent: method, path, Idempotency-Key, If-Match and body. */
    public record Sent(String method, String path, String key, String version, String body) {}

    public static final List<Sent> SENT = new CopyOnWriteArrayList<>();
    /** The addresses of what the pages asked, with their queries. */
    static final List<String> ASKED = new CopyOnWriteArrayList<>();

    public static volatile boolean infrastructureIsDown;
    static volatile boolean fundingIsDown;
    /** What is sent arrives and its answer gets lost. */
    static volatile boolean isLosingAnswers;
    /** It gets lost in the middle. */
    static volatile boolean isBreakingOff;
    /** Whether the journal has the erasure of a person. */
    static volatile boolean isErased;

    static volatile boolean draftsAreRefused;
    static volatile boolean viewsAreRefused;
    /** What was kept of forms, by their keys. */
    static final Map<String, String> DRAFTS = new ConcurrentHashMap<>();

    /** How somebody looks at a list, by ids. */
    static final Map<String, String> VIEWS = new ConcurrentSkipListMap<>();

    /** The mail digest of whoever asks. */
    static volatile String digest = StandIn.NO_DIGEST;

    private static final String NO_DIGEST = "{\"address\": null, \"language\": null, \"day\": null, \"state\": null}";

    public static volatile int waiting = 1;
    /** How much came back to the reader, and is asked of them, in each service. */
    public static volatile int returned;

    public static volatile int asked;
    /** Every list goes on: 312 of each, on two pages here. */
    static volatile boolean isLong;

    /** Counted down when a question is asked that is never answered to the end, and when it is no longer waited for. */
    static volatile CountDownLatch endless = new CountDownLatch(2);

    public static void reset() {
        digest = NO_DIGEST;
        OTHERWISE.clear();
        DRAFTS.clear();
        VIEWS.clear();
        draftsAreRefused = false;
        viewsAreRefused = false;
        isLong = false;
        endless = new CountDownLatch(2);
        waiting = 1;
        returned = 0;
        asked = 0;
        SENT.clear();
        ASKED.clear();
        infrastructureIsDown = false;
        fundingIsDown = false;
        isLosingAnswers = false;
        isBreakingOff = false;
        isErased = false;
    }

    private StandIn() {}

    public static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var isInfrastructure = path.startsWith("/api/infrastructure/");
            if (isInfrastructure ? infrastructureIsDown : fundingIsDown) {
                return; // closed without an answer
            }
            var method = exchange.getRequestMethod();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var query = String.valueOf(exchange.getRequestURI().getQuery());
            if (path.contains("/v1/drafts")) {
                draft(exchange, method, path, body);
                return;
            }
            if (path.contains("/v1/views")) {
                view(exchange, method, path, body);
                return;
            }
            if (path.endsWith("/v1/digest")) {
                digest(exchange, method, path, body);
                return;
            }
            if (path.endsWith("/validation")) {
                ASKED.add(path + " " + body);
                validate(exchange, body);
                return;
            }
            if (method.equals("GET")) {
                ASKED.add(path + "?" + query);
            } else {
                var headers = exchange.getRequestHeaders();
                SENT.add(new Sent(
                        method, path, headers.getFirst("Idempotency-Key"), headers.getFirst("If-Match"), body));
            }
            if (isLosingAnswers && !method.equals("GET")) {
                if (isBreakingOff) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(201, 1000);
                    exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
                }
                return;
            }
            if (path.endsWith("/endless")) {
                answerUntilNobodyListens(exchange);
                return;
            }
            if (query.contains("foreign")) {
                exchange.getResponseHeaders().set("X-Fundtrail-Refused", "foreign");
            }
            var status = method.equals("POST") ? 201 : 200;
            var found = method.equals("GET")
                    ? read(path.replaceAll("^/api/[a-z]+/v1", ""), isInfrastructure, query)
                    : ALLOCATION;
            var otherwise =
                    OTHERWISE.getOrDefault(method + " " + path + "?" + query, OTHERWISE.get(method + " " + path));
            found = otherwise == null ? found : otherwise.apply(found);
            if (otherwise != null && found.startsWith("{\"status\": ")) { // a problem
                status = Integer.parseInt(found.substring(11, 14));
            }
            if (body.contains("\"TAKEN\"")) {
                status = 409;
                found = """
                        {"status": 409, "code": "allocation-reference-taken", "detail": "Taken.", "field": "reference",
                         "errors": [{"field": "reference", "code": "allocation-reference-taken", "detail": "Taken.", "params": {}}]}""";
            } else if (query.matches(".*recorded=\\d{3,}.*")) {
                status = 400;
                found = """
                        {"status": 400, "code": "not-yet-recorded", "detail": "Not yet.", "field": "recorded",
                         "params": {"field": "recorded", "recorded": "12"},
                         "errors": [{"field": "recorded", "code": "not-yet-recorded", "detail": "Not yet.",
                                     "params": {"field": "recorded", "recorded": "12"}}]}""";
            } else if (otherwise == null && (method.equals("PUT") || path.endsWith("/corrections"))
                    || body.contains("\"STALE\"")) {
                status = 412;
                found =
                        "{\"status\": 412, \"code\": \"stale\", \"detail\": \"Stale.\", \"errors\": [{\"code\": \"stale\", \"detail\": \"Stale.\"}]}";
            } else if (path.endsWith("/denied")) {
                status = 403;
                found = "{\"status\": 403, \"code\": \"not-allowed\", \"detail\": \"Not allowed.\"}";
            } else if (found == null) {
                if (path.endsWith("/foreign")) {
                    exchange.getResponseHeaders().set("X-Fundtrail-Refused", "foreign");
                }
                status = 404;
                found = "{\"status\": 404, \"code\": \"not-found\", \"detail\": \"There is no such record.\"}";
            }
            var bytes = found.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Keeps drafts as they were sent. */
    private static void draft(HttpExchange exchange, String method, String path, String body) throws IOException {
        if (draftsAreRefused) {
            exchange.sendResponseHeaders(500, -1);
            return;
        }
        var key = path.substring(path.lastIndexOf('/') + 1);
        if (method.equals("PUT")) {
            DRAFTS.put(key, body.replace("\"savedAt\":null", "\"savedAt\":\"2026-11-23T16:20:00.000001Z\""));
        } else if (method.equals("DELETE")) {
            DRAFTS.remove(key);
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        var found = key.equals("drafts") ? DRAFTS.values().toString() : DRAFTS.get(key);
        var bytes = (found == null ? "{\"status\": 404, \"code\": \"not-found\", \"detail\": \"Absent.\"}" : found)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", found == null ? "application/problem+json" : "application/json");
        exchange.sendResponseHeaders(found == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Keeps views as they were sent, the last of a name under a number. */
    private static void view(HttpExchange exchange, String method, String path, String body) throws IOException {
        var last = path.substring(path.lastIndexOf('/') + 1);
        if (method.equals("GET")) {
            var found = VIEWS.values().toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, found.length);
            exchange.getResponseBody().write(found);
            return;
        }
        SENT.add(new Sent(method, path, null, null, body));
        if (viewsAreRefused) {
            var refusal = """
                    {"status": 400, "code": "too-many", "detail": "At most 50.", "field": "views", "params": {"field": "views", "max": "50"}}""".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(400, refusal.length);
            exchange.getResponseBody().write(refusal);
            return;
        }
        if (method.equals("PUT")) {
            var id = "00000000-0000-4000-8000-0000000000%02d".formatted(VIEWS.size());
            VIEWS.put(id, body.replace("\"id\":null", "\"id\":\"" + id + "\""));
        } else {
            VIEWS.remove(last);
        }
        exchange.sendResponseHeaders(204, -1);
    }

    /** Keeps the digest as it was sent, unless it is to be refused. */
    private static void digest(HttpExchange exchange, String method, String path, String body) throws IOException {
        if (!method.equals("GET")) {
            SENT.add(new Sent(method, path, null, null, body));
        }
        var refused = OTHERWISE.get(method + " " + path);
        if (method.equals("GET") || refused != null) {
            var answer = refused == null ? digest : refused.apply(null);
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", refused == null ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(refused == null ? 200 : 400, bytes.length);
            exchange.getResponseBody().write(bytes);
            return;
        }
        digest = method.equals("PUT") ? body.replace("}", ",\"day\":\"2026-11-23\",\"state\":\"NEW\"}") : NO_DIGEST;
        exchange.sendResponseHeaders(204, -1);
    }

    /** Refuses only a purpose or a name that says that it is to be refused. */
    private static void validate(HttpExchange exchange, String body) throws IOException {
        var field = Pattern.compile("\"(\\w+)\": ?\"REFUSED\"").matcher(body);
        if (!field.find()) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        var problem = """
                {"status": 400, "code": "unusable-text", "detail": "Unusable.", "field": "%1$s", "params": {"field": "%1$s"},
                 "errors": [{"field": "%1$s", "code": "unusable-text", "detail": "Unusable.", "params": {"field": "%1$s"}}]}""".formatted(field.group(1)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(400, problem.length);
        exchange.getResponseBody().write(problem);
    }

    private static void answerUntilNobodyListens(HttpExchange exchange) throws IOException {
        endless.countDown();
        exchange.sendResponseHeaders(200, 0);
        try {
            for (int i = 0; i < 200; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        } catch (IOException gone) {
            endless.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String read(String path, boolean isInfrastructure, String query) {
        var read = of(path, isInfrastructure, query);
        if (!isLong || read == null || !read.contains("\"next\": null")) {
            return read;
        }
        return query.contains("after=n1")
                ? read.replaceAll("(0d0|0e0|0c0|00a)1\"", "$12\"")
                        .replaceAll("\"count\": \\d+", "\"count\": 312")
                        .replace("\"first\": 1", "\"first\": 2, \"previous\": \"p1\"")
                        .replaceAll("\"sums\": \\{.*?\\}\\}", "\"sums\": null")
                : read.replace("\"next\": null", "\"next\": \"n1\"").replaceAll("\"count\": \\d+", "\"count\": 312");
    }

    private static String of(String path, boolean isInfrastructure, String query) {
        return switch (path) {
            case "/programmes" -> list(PROGRAMME);
            case "/programmes/00000000-0000-4000-8000-000000000e01" -> PROGRAMME;
            case "/allocations" -> list(ALLOCATION);
            case "/allocations/00000000-0000-4000-8000-0000000000a1" -> ALLOCATION;
            case "/allocations/00000000-0000-4000-8000-0000000000a3" ->
                ALLOCATION
                        .replace("\"00000000-0000-4000-8000-0000000000a1\"", "\"00000000-0000-4000-8000-0000000000a3\"")
                        .replace(
                                "\"actions\": [\"decide\", \"record-receipt\", \"record-commitment\"], \"ownRecord\": false",
                                "\"actions\": [], \"ownRecord\": true");
            case "/allocations/00000000-0000-4000-8000-0000000000a5" ->
                ALLOCATION
                        .replace("\"00000000-0000-4000-8000-0000000000a1\"", "\"00000000-0000-4000-8000-0000000000a5\"")
                        .replace("\"Reception\"", "\"Reception \\u202Efdp.exe\"");
            case "/allocations/00000000-0000-4000-8000-0000000000a4" ->
                ALLOCATION
                        .replace("\"00000000-0000-4000-8000-0000000000a1\"", "\"00000000-0000-4000-8000-0000000000a4\"")
                        .replace("PROPOSED", "RETURNED")
                        .replace("[\"decide\", ", "[\"change\", ");
            case "/commitments/00000000-0000-4000-8000-000000000c01" -> COMMITMENT;
            case "/dates" -> "[]";
            case "/returned" -> isInfrastructure ? "[]" : "[" + RETURNED + "]";
            case "/allocations/00000000-0000-4000-8000-0000000000a1/receipts" -> list(isLong ? RECEIPT : "");
            case "/allocations/00000000-0000-4000-8000-0000000000a1/commitments" -> list(isLong ? COMMITMENT : "");
            case "/projects/00000000-0000-4000-8000-000000000d01" -> PROJECT;
            case "/projects" -> list(isInfrastructure ? PROJECT : "");
            case "/standing" ->
                "{\"waiting\": %d, \"returned\": %d, \"asked\": %d}".formatted(waiting, returned, asked);
            case "/log/standing" -> LOG_STANDING;
            case "/entries/7" -> ENTRY;
            case "/log/inclusion" ->
                "{\"position\": 7, \"size\": 12, \"leafHash\": \"nzwAoecAAAA=\", \"hashes\": [\"CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\"]}";
            case "/approvals" ->
                "{\"items\": [{\"type\": \"allocation\", \"id\": \"00000000-0000-4000-8000-0000000000a1\", \"reference\": \"EMAS-2021-LT\","
                        + " \"amount\": {\"amount\": \"37000000.00\", \"currency\": \"EUR\"}, \"recordedBy\": {\"id\": \"00000000-0000-4000-8000-000000000f01\", \"name\": \"Ona Kazlauskienė\"},"
                        + " \"recordedAt\": \"2026-11-23T16:20:00.000001Z\", \"reversal\": false, \"mayDecide\": true, \"ownRecord\": false}], \"next\": null, \"count\": 1}";
            case "/persons" ->
                uncounted(!isInfrastructure && (!query.contains("name=") || query.contains("Kazlausk")) ? PERSON : "");
            case "/entries" ->
                query.contains("person.erased") && !isErased
                        ? list("")
                        : "{\"items\": [" + ENTRY + "], \"next\": null}";
            case "/position" -> isInfrastructure ? Surroundings.COST : Surroundings.AID;
            case "/comments" ->
                query.contains("about=")
                        ? thread(isInfrastructure, query)
                        : "{\"about\": null, \"items\": [], \"next\": null, \"people\": null}";
            case "/comments/" + QUESTION_ID -> QUESTION;
            default ->
                path.endsWith("/receipts") || path.endsWith("/commitments") || path.endsWith("s") ? list("") : null;
        };
    }

    /** The comments on the record that is asked for: none, and whom one can ask. */
    private static String thread(boolean isInfrastructure, String query) {
        var about = query.replaceAll(".*about=([^&]+).*", "$1");
        return "{\"about\": {\"type\": \"" + (isInfrastructure ? "project" : "allocation") + "\", \"id\": \"" + about
                + "\", \"reference\": \"EMAS-2021-LT\"}, \"items\": [], \"next\": null, \"people\": ["
                + "{\"id\": \"0193aaaa-7c00-4a00-8000-000000000003\", \"name\": \"Dalius Petraitis\"}]}";
    }

    static final String QUESTION_ID = "0193bbbb-7c00-7a00-8000-000000000001";
    /** What the reader is asked, until a day that has passed. */
    static final String QUESTION = """
            {"id": "0193bbbb-7c00-7a00-8000-000000000001",
             "about": {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"}, "parent": null,
             "writtenBy": {"id": "0193aaaa-7c00-4a00-8000-000000000003", "name": "Dalius Petraitis"},
             "writtenAt": "2021-11-24T09:00:00.000001Z", "text": "Why <so> much?\\nIs it two stages?",
             "to": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona Kazlauskienė"}, "by": "2021-12-03",
             "answer": null, "answeredBy": null, "answeredAt": null, "mayAnswer": true}""";

    private static String uncounted(String item) {
        return "{\"items\": [" + item + "], \"next\": null}";
    }

    private static String list(String item) {
        return "{\"items\": [" + item + "], \"next\": null, "
                + (item.isEmpty()
                        ? "\"first\": null, \"count\": 0}"
                        : "\"first\": 1, \"count\": 1, \"sums\": {\"amount\": {\"amount\": \"12.00\", \"currency\": \"EUR\"}, "
                                + "\"allocated\": {\"amount\": \"12.00\", \"currency\": \"EUR\"}}}");
    }

    /** Checked as a whole without finding anything; entries 0 to 11 are proved. */
    static final String LOG_STANDING = """
            {"size": 12, "checkpoint": {"size": 12, "root": "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
             "words": "bahif-dazok", "signedAt": "2026-11-23T16:20:01.000001Z"}, "refused": null,
             "lastVerification": {"id": "00000000-0000-4000-8000-000000000f11", "state": "PASSED", "askedBy": null,
              "askedAt": "2026-11-23T01:00:00.000001Z", "startedAt": "2026-11-23T01:00:01.000001Z", "finishedAt": "2026-11-23T01:00:02.000001Z",
              "done": 24, "total": 24, "size": 12, "root": "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", "findings": 0}, "openFindings": 0}""";

    private static final String RETURNED = """
            {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a3", "reference": "BMVI-2021-LT", "parent": null,
             "amount": {"amount": "55000000.00", "currency": "EUR"}, "status": "RETURNED",
             "by": {"id": "0193aaaa-7c00-4a00-8000-000000000003", "name": "Dalius Petraitis"}, "at": "2026-11-24T09:00:00.000001Z",
             "reason": "The decision is of 19 August", "mayChange": true}""";
    private static final String PERSON = """
            {"id": "0193aaaa-7c00-4a00-8000-000000000001", "name": "Rasa Kazlauskaitė", "subject": "leaver"},
            {"id": "0193aaaa-7c00-4a00-8000-000000000002", "name": null, "subject": null}""";
    private static final String PROGRAMME = """
            {"id": "00000000-0000-4000-8000-000000000e01", "code": "AMIF-EMAS", "fund": "AMIF", "name": "Emergency assistance", "managementMode": "DIRECT",
             "period": {"from": "2021-01-01", "to": "2027-12-31"}, "costScope": ["RECEPTION", "PHYSICAL_BARRIER"], "version": 1, "corrections": [], "new": "ignored"}""";
    static final String PROJECT = """
            {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER",
             "beneficiary": "State Border Guard Service", "period": {"from": "2021-08-23", "to": "2022-12-31"}, "place": null,
             "worksProgramme": null, "baseline": null, "proposedBaseline": null, "contracted": {"amount": "0.00", "currency": "EUR"},
             "overrun": null, "institution": "LT-VRM", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"},
             "recordedAt": "2026-11-23T16:20:00Z", "version": 1, "actions": ["record-contract"]}""";
    private static final String RECEIPT = """
            {"id": "00000000-0000-4000-8000-000000000a11", "allocation": {"id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"}, "kind": "PRE_FINANCING",
             "amount": {"amount": "20.00", "currency": "EUR"}, "valueDate": "2021-08-23", "bankReference": "B-1", "status": "CONFIRMED",
             "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 7,
             "actions": [], "ownRecord": false, "steps": []}""";
    private static final String COMMITMENT = """
            {"id": "00000000-0000-4000-8000-000000000c01", "allocation": {"id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"},
             "project": {"id": "00000000-0000-4000-8000-000000000d01", "reference": "BARRIER", "title": {"en": "Barrier", "lt": "Barjeras"}, "kind": "PHYSICAL_BARRIER"},
             "amount": {"amount": "20.00", "currency": "EUR"}, "committed": {"amount": "20.00", "currency": "EUR"}, "legalCommitment": {"reference": "LC-1", "date": "2021-08-23"},
             "status": "RETURNED", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona"}, "recordedAt": "2026-11-23T16:20:00Z", "version": 7,
             "actions": ["change"], "ownRecord": false, "steps": []}""";
    private static final String ALLOCATION = """
            {"id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT", "programme": {"id": "00000000-0000-4000-8000-000000000e01", "code": "AMIF-EMAS", "name": "Emergency assistance", "fund": "AMIF"},
             "donor": "European Commission", "recipient": "Ministry <of> the Interior", "actionType": "EMERGENCY_ASSISTANCE", "purpose": "Reception",
             "amount": {"amount": "37000000.00", "currency": "EUR"}, "coFinancingRate": "0.9", "coFinancingCap": "1",
             "decision": {"reference": "C(2021) 6012", "date": "2021-08-11"}, "eligibility": {"from": "2021-07-01", "to": "2022-12-31"},
             "sources": [{"title": "Press release", "url": "https://example.eu/1", "date": "2021-08-11", "statement": "36.7 million"}],
             "status": "PROPOSED", "institution": "LT-VRM", "recordedBy": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona Kazlauskienė"}, "recordedAt": "2026-11-23T16:20:00.000001Z",
             "decidedBy": null, "balances": null, "steps": [{"n": 1, "round": 1, "step": "RECORD", "person": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona Kazlauskienė"}, "duty": null, "at": "2026-11-23T16:20:00.000001Z", "reason": null}], "version": 4, "actions": ["decide", "record-receipt", "record-commitment"], "ownRecord": false}""";
    private static final String ENTRY = """
            {"position": 7, "id": "00000000-0000-4000-8000-000000000e11", "recordedAt": "2026-11-23T16:20:00.000001Z", "effectiveDate": "2021-08-11", "actor": {"id": "00000000-0000-4000-8000-000000000f01", "name": "Ona Kazlauskienė"},
             "role": "funding-officer", "client": "web", "institution": "LT-VRM", "action": "allocation.recorded",
             "subject": {"type": "allocation", "id": "00000000-0000-4000-8000-0000000000a1", "reference": "EMAS-2021-LT"}, "parent": null,
             "sentence": "Allocation EMAS-2021-LT was recorded", "reason": null,
             "changes": [{"field": "amount", "before": null, "after": "37000000.00"}, {"field": "status", "before": null, "after": "PROPOSED"},
                         {"field": "costScope", "before": null, "after": ["RECEPTION", "IT_SYSTEM"]},
                         {"field": "decision.date", "before": null, "after": "2021-08-11"}], "postings": [], "about": {"amount": "37000000.00", "currency": "EUR"}, "leafHash": "9f3c00a1e7000000"}""";
}
