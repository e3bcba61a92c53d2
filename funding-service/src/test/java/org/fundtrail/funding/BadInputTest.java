package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.allocation;
import static org.fundtrail.funding.Funding.commitment;
import static org.fundtrail.funding.Funding.inForce;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.receipt;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.funding.Funding.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.OFFICER;
import static org.fundtrail.records.Person.eur;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.common.Cursor;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Validations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with a request is refused with a problem that names the field, and leaves nothing behind. One field of each sort is
 * tried with everything that can be wrong with it; every other is by {@link KindsTest}.
 */
@QuarkusTest
class BadInputTest {
    /** Everything that is sent as it is, half a surrogate pair too. */
    private static final ObjectMapper JSON = new ObjectMapper().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);

    private static final String LONG = "x".repeat(2001);
    private static final String IN_TWO_DAYS = LocalDate.now().plusDays(2).toString();

    /** What is wrong with any text. */
    private static Stream<Arguments> texts(String path, int max) {
        return Stream.of(
                arguments(path, null, path, "required"),
                arguments(path, "", path, "required"),
                arguments(path, " \u2003\t", path, "required"),
                arguments(path, "x".repeat(max + 1), path, "too-long"),
                arguments(path, LONG, path, "too-long"),
                arguments(path, 5, path, "not-text"),
                arguments(path, true, path, "not-text"),
                arguments(path, List.of("a"), path, "not-text"),
                arguments(path, Map.of("a", "b"), path, "not-text"),
                arguments(path, "a\0b", path, "unusable-text"),
                arguments(path, "a\ud800b", path, "unusable-text"),
                arguments(path, "\udc00", path, "unusable-text"));
    }

    private static Stream<Arguments> choices(String path) {
        return Stream.of(
                arguments(path, null, path, "required"),
                arguments(path, "", path, "unknown-value"),
                arguments(path, "WHATEVER", path, "unknown-value"),
                arguments(path, "regular", path, "unknown-value"),
                arguments(path, 0, path, "unknown-value"),
                arguments(path, List.of(), path, "malformed-value"));
    }

    private static Stream<Arguments> amounts(String path) {
        return Stream.of(
                arguments(path, null, path, "required"),
                arguments(path, eur("-1.00"), path, "amount-not-positive"),
                arguments(path, eur("0.00"), path, "amount-not-positive"),
                arguments(path, eur("-0"), path, "amount-not-positive"),
                arguments(path, eur("1.001"), path, "amount-malformed"),
                arguments(path, eur("1.000"), path, "amount-malformed"),
                arguments(path, eur("1e3"), path, "amount-malformed"),
                arguments(path, eur("1,5"), path, "amount-malformed"),
                arguments(path, eur("1 000"), path, "amount-malformed"),
                arguments(path, eur(" 1"), path, "amount-malformed"),
                arguments(path, eur("\u0661"), path, "amount-malformed"),
                arguments(path, eur("NaN"), path, "amount-malformed"),
                arguments(path, eur(""), path, "amount-malformed"),
                arguments(path, eur("100000000000000000.00"), path, "amount-too-large"),
                arguments(path, eur("10000000000000.00"), path, "amount-too-large"),
                arguments(path, Map.of("amount", 1000, "currency", "EUR"), path, "amount-malformed"),
                arguments(path, Map.of("amount", 1000.5, "currency", "EUR"), path, "amount-malformed"),
                arguments(path, Map.of("currency", "EUR"), path, "amount-malformed"),
                arguments(path, 1000, path, "amount-malformed"),
                arguments(path, "1000.00", path, "amount-malformed"),
                arguments(path, Map.of("amount", "1"), path, "currency-unknown"),
                arguments(path, Map.of("amount", "1", "currency", "XYZ"), path, "currency-unknown"),
                arguments(path, Map.of("amount", "1", "currency", "XXX"), path, "currency-unknown"),
                arguments(path, Map.of("amount", "1", "currency", "eur"), path, "currency-unknown"),
                arguments(path, Map.of("amount", "1", "currency", "\ud800"), path, "currency-unknown"),
                arguments(path, Map.of("amount", "1", "currency", 978), path, "currency-unknown"),
                arguments(path, Map.of("amount", "1", "currency", "USD"), path, "currency-not-kept"),
                arguments(
                        path,
                        Map.of("amount", "1", "currency", "EUR", "cents", "0"),
                        path + ".cents",
                        "unknown-field"));
    }

    private static Stream<Arguments> dates(String path) {
        return Stream.of(
                arguments(path, null, path, "required"),
                arguments(path, "2021-02-29", path, "date-malformed"),
                arguments(path, "11.08.2021", path, "date-malformed"),
                arguments(path, "2021-8-1", path, "date-malformed"),
                arguments(path, "", path, "date-malformed"),
                arguments(path, "2021-08-11T00:00:00Z", path, "date-malformed"),
                arguments(path, 20210811, path, "date-malformed"),
                arguments(path, List.of(2021, 8, 11), path, "date-malformed"),
                arguments(path, "+999999999-01-01", path, "date-out-of-range"),
                arguments(path, "-0001-01-01", path, "date-out-of-range"),
                arguments(path, "1989-12-31", path, "date-out-of-range"));
    }

    private static Stream<Arguments> pastDates(String path) {
        return Stream.concat(dates(path), Stream.of(arguments(path, IN_TWO_DAYS, path, "date-in-future")));
    }

    private static Stream<Arguments> periods(String path) {
        return Stream.of(
                        dates(path + ".from"),
                        dates(path + ".to"),
                        Stream.of(
                                arguments(path, null, path, "required"),
                                arguments(path, "2021", path, "malformed-value"),
                                arguments(path + ".to", "2020-12-31", path + ".to", "end-before-start"),
                                arguments(path + ".until", "2020-12-31", path + ".until", "unknown-field")))
                .flatMap(one -> one);
    }

    private static Stream<Arguments> strangers() {
        return Stream.of(
                arguments("whatever", 1, "whatever", "unknown-field"),
                arguments("id", UUID.randomUUID().toString(), "id", "unknown-field"),
                arguments("status", "APPROVED", "status", "unknown-field"),
                arguments("institution", "LV-IEM", "institution", "unknown-field"));
    }

    static Stream<Arguments> programmes() {
        return Stream.of(
                        texts("code", 100),
                        choices("fund"),
                        strangers(),
                        Stream.of(
                                arguments("costScope", null, "costScope", "required"),
                                arguments("costScope", List.of(), "costScope", "required"),
                                arguments("costScope", Collections.singletonList(null), "costScope", "required"),
                                arguments("costScope", List.of("FENCE"), "costScope[0]", "unknown-value"),
                                arguments("costScope", List.of("STAFF", 3), "costScope[1]", "unknown-value"),
                                arguments("costScope", "STAFF", "costScope", "malformed-value")))
                .flatMap(one -> one);
    }

    static Stream<Arguments> allocations() {
        return Stream.of(
                        texts("reference", 100),
                        choices("actionType"),
                        amounts("amount"),
                        pastDates("decision.date"),
                        periods("eligibility"),
                        strangers(),
                        Stream.of("1.01", "-0.1", "75 %", "0,75", "0.1234567", "1e-1", "", ".5")
                                .map(rate -> arguments("coFinancingRate", rate, "coFinancingRate", "rate-malformed")),
                        Stream.of(
                                arguments("coFinancingRate", null, "coFinancingRate", "required"),
                                arguments("coFinancingRate", 0.75, "coFinancingRate", "rate-malformed"),
                                arguments("decision", null, "decision.reference", "required"),
                                arguments("programme", "NO-SUCH-PROGRAMME", "programme", "programme-unknown"),
                                arguments("programme", UUID.randomUUID().toString(), "programme", "programme-unknown"),
                                source("title", null, "required"),
                                source("title", "x".repeat(501), "too-long"),
                                source("url", "ftp://example.org/a", "url-malformed"),
                                source("url", "javascript:alert(1)", "url-malformed"),
                                source("url", "no address", "url-malformed"),
                                source("date", "yesterday", "date-malformed"),
                                source("date", "+999999999-01-01", "date-out-of-range"),
                                source("statement", LONG, "too-long"),
                                source("page", "4", "unknown-field"),
                                arguments("sources", Collections.singletonList(null), "sources[0]", "required"),
                                arguments(
                                        "sources",
                                        Collections.nCopies(21, Map.of("title", "A press release")),
                                        "sources",
                                        "too-many")))
                .flatMap(one -> one);
    }

    private static Arguments source(String field, String value, String code) {
        return arguments(
                "sources",
                List.of(with(Map.of("title", "A press release"), field, value)),
                "sources[0]." + field,
                code);
    }

    static Stream<Arguments> receipts() {
        return Stream.of(choices("kind"), strangers()).flatMap(one -> one);
    }

    static Stream<Arguments> commitments() {
        return Stream.of(
                        pastDates("legalCommitment.date"),
                        strangers(),
                        Stream.of(
                                arguments("legalCommitment", null, "legalCommitment.reference", "required"),
                                arguments("project", "no such project", "project", "project-unknown"),
                                arguments("project", "RECEPTION/LV camp", "project", "project-unknown"),
                                arguments("project", UUID.randomUUID().toString(), "project", "project-unknown")))
                .flatMap(one -> one);
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @MethodSource("programmes")
    void a_programme_with_a_wrong_field_is_refused(String path, Object value, String field, String code) {
        refused(API + "/programmes", with(programme(unique("PRG"), "BMVI", "STAFF"), path, value), field, code);
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @MethodSource("allocations")
    void an_allocation_with_a_wrong_field_is_refused(String path, Object value, String field, String code) {
        refused(API + "/allocations", with(allocation(aProgramme(), "1000.00"), path, value), field, code);
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @MethodSource("receipts")
    void a_receipt_with_a_wrong_field_is_refused(String path, Object value, String field, String code) {
        refused(API + "/allocations/" + anAllocation() + "/receipts", with(receipt("1.00"), path, value), field, code);
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @MethodSource("commitments")
    void a_commitment_with_a_wrong_field_is_refused(String path, Object value, String field, String code) {
        refused(
                API + "/allocations/" + anAllocation() + "/commitments",
                with(commitment("RECEPTION/camp", "1.00"), path, value),
                field,
                code);
    }

    @ParameterizedTest(name = "{0} above {1}")
    @MethodSource("caps")
    void a_rate_above_the_cap_of_its_action_type_is_refused_and_the_cap_itself_is_not(
            String actionType, String cap, String above) {
        var body = with(allocation(aProgramme(), "1000.00"), "actionType", actionType);
        if (above != null) {
            refused(API + "/allocations", with(body, "coFinancingRate", above), "coFinancingRate", "rate-above-cap");
        }
        OFFICER.post(API + "/allocations", with(body, "coFinancingRate", cap)).statusCode(201);
    }

    static Stream<Arguments> caps() {
        return Stream.of(
                arguments("REGULAR", "0.75", "0.750001"),
                arguments("SPECIFIC_ACTION", "0.9", "0.900001"),
                arguments("ANNEX_IV", "0.90", "1"),
                arguments("OPERATING_SUPPORT", "1", null),
                arguments("EMERGENCY_ASSISTANCE", "1.0", null),
                arguments("TECHNICAL_ASSISTANCE", "1", null),
                arguments("NATIONAL", "0", null),
                arguments("GIFT", "1.000000", null));
    }

    @Test
    void the_largest_and_the_smallest_amount_are_kept_to_the_cent() {
        for (var amount : List.of("9999999999999.99", "0.01")) {
            OFFICER.post(API + "/allocations", allocation(aProgramme(), amount))
                    .statusCode(201)
                    .body("amount.amount", equalTo(amount));
        }
    }

    @Test
    void somebody_who_made_several_mistakes_hears_of_all_of_them() {
        var body = with(
                with(with(allocation(aProgramme(), "-5.00"), "donor", null), "eligibility.to", "2020-01-01"),
                "decision.date",
                IN_TWO_DAYS);
        post(API + "/allocations", json(body))
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("donor", "amount", "eligibility.to", "decision.date"))
                .body("errors.detail", org.hamcrest.Matchers.everyItem(not(blankOrNullString())));
        post(
                        API + "/allocations/" + anAllocation() + "/commitments",
                        json(with(with(commitment("x", "0"), "project", null), "legalCommitment", null)))
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder("project", "amount", "legalCommitment.reference", "legalCommitment.date"));
        post(API + "/programmes", "{}")
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder("code", "fund", "name", "managementMode", "period", "costScope"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void what_is_no_json_object_of_the_expected_form_is_refused(String body, String code) {
        for (var path : List.of("/programmes", "/allocations", "/allocations/" + anAllocation() + "/receipts")) {
            refused(post(API + path, body), code);
        }
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("", "required"),
                arguments("   ", "required"),
                arguments("null", "required"),
                arguments("{", "malformed-json"),
                arguments("{\"reference\":", "malformed-json"),
                arguments("{\"reference\": \"a\nb\"}", "malformed-json"),
                arguments("{reference: 1}", "malformed-json"),
                arguments("{'code': 1}", "malformed-json"),
                arguments("{} {}", "malformed-value"),
                arguments("{\"code\": \"a\", \"code\": \"b\", \"reference\": \"a\"}", "*"),
                arguments("[]", "malformed-value"),
                arguments("[{}]", "malformed-value"),
                arguments("\"text\"", "malformed-value"),
                arguments("7", "malformed-value"),
                arguments("true", "malformed-value"),
                arguments("{\"amount\": " + "[".repeat(2000) + "]".repeat(2000) + "}", "*"),
                arguments("{\"amount\": {\"amount\": " + "9".repeat(2000) + "}}", "*"),
                arguments("{\"\\ud800\": 1}", "*"),
                arguments("{\"" + "x".repeat(60000) + "\": 1}", "*"),
                arguments("{\"\\u0000\": 1}", "unknown-field"));
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        for (var bytes : List.of(
                new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
                new byte[] {0, 0, 0, '{', 0, 0, 0, '"', 0x7f, 0, 0, 0},
                new byte[] {(byte) 0xc3, 0x28},
                new byte[] {'{', 0, '}', 0},
                new byte[4])) {
            var key = UUID.randomUUID().toString();
            var answer = OFFICER.request()
                    .header("Idempotency-Key", key)
                    .body(bytes)
                    .post(API + "/programmes")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
            Books.nothingOf(key);
        }
    }

    @Test
    void a_body_above_one_mebibyte_is_refused() {
        var body = "{\"reference\": \"" + "x".repeat(1 << 20) + "\"}";
        OFFICER.post(API + "/allocations", body)
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"));
    }

    @Test
    void a_body_that_is_no_json_by_its_own_words_is_refused() {
        for (var type : List.of("text/plain", "application/xml", "multipart/form-data; boundary=x", "text/csv")) {
            OFFICER.request()
                    .contentType(type)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body("{}".getBytes(StandardCharsets.UTF_8))
                    .post(API + "/allocations")
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unsupported-media-type"));
        }
    }

    @Test
    void a_post_needs_an_idempotency_key_that_can_be_kept() {
        var body = json(programme(unique("PRG"), "BMVI", "STAFF"));
        OFFICER.request()
                .body(body)
                .post(API + "/programmes")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"))
                .body("field", equalTo("Idempotency-Key"));
        for (var key : List.of("x".repeat(201), "two words")) {
            OFFICER.request()
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post(API + "/programmes")
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("Idempotency-Key"));
        }
        OFFICER.post("k".repeat(150) + UUID.randomUUID(), API + "/programmes", body)
                .statusCode(201);
    }

    @Test
    void a_decision_has_to_be_one_and_a_no_needs_its_reason() {
        var id = Funding.proposed("5.00", "STAFF");
        var path = API + "/allocations/" + id + "/decision";
        for (var wrong : Map.of(
                        "{}", "outcome",
                        "{\"outcome\": \"MAYBE\"}", "outcome",
                        "{\"outcome\": 0}", "outcome",
                        "{\"outcome\": \"RETURNED\"}", "reason",
                        "{\"outcome\": \"REJECTED\", \"reason\": \" \"}", "reason",
                        "{\"outcome\": \"APPROVED\", \"reason\": 1}", "reason",
                        "{\"outcome\": \"APPROVED\", \"by\": \"approver\"}", "by")
                .entrySet()) {
            APPROVER.post(path, wrong.getKey()).statusCode(400).body("field", equalTo(wrong.getValue()));
        }
        APPROVER.post(path, Map.of("outcome", "REJECTED", "reason", LONG))
                .statusCode(400)
                .body("code", equalTo("too-long"));
        OFFICER.get(API + "/allocations/{id}", id)
                .body("status", equalTo("PROPOSED"))
                .body("version", equalTo(0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void a_query_that_cannot_be_meant_is_refused(String query, String field, String code) {
        OFFICER.request()
                .urlEncodingEnabled(false)
                .get(API + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                arguments("/allocations?limit=0", "limit", "limit-out-of-range"),
                arguments("/allocations?limit=201", "limit", "limit-out-of-range"),
                arguments("/allocations?limit=ten", "limit", "limit-out-of-range"),
                arguments("/allocations?after=x", "after", "cursor-malformed"),
                arguments("/allocations?after=%00", "after", "unusable-text"),
                arguments("/allocations?sort=purpose", "sort", "unknown-value"),
                arguments("/allocations?sort=-", "sort", "unknown-value"),
                arguments("/allocations?sort=amount%3Bdrop", "sort", "unknown-value"),
                arguments("/allocations?status=OPEN", "status", "unknown-value"),
                arguments("/allocations?fund=EU", "fund", "unknown-value"),
                arguments("/allocations?from=2021", "from", "date-malformed"),
                arguments("/allocations?to=2021-02-30", "to", "date-malformed"),
                arguments("/allocations?to=%2B999999999-01-01", "to", "date-out-of-range"),
                arguments("/allocations?q=%00", "q", "unusable-text"),
                arguments("/allocations?programme=a%00", "programme", "unusable-text"),
                arguments("/allocations?format=csv&status=OPEN", "status", "unknown-value"),
                arguments("/programmes?q=%00", "q", "unusable-text"),
                arguments("/commitments?project=fence", "project", "malformed-value"),
                arguments("/entries?after=x", "after", "cursor-malformed"),
                arguments("/entries?after=99999999999999999999", "after", "cursor-malformed"),
                arguments("/entries?subject=x", "subject", "malformed-value"),
                arguments("/entries?order=up", "order", "unknown-value"),
                arguments("/entries?from=x", "from", "date-malformed"),
                arguments("/entries?to=%2B999999999-12-31", "to", "date-out-of-range"),
                arguments("/entries?actor=%00", "actor", "unusable-text"),
                arguments("/entries?action=%00", "action", "unusable-text"),
                arguments("/approvals?limit=-1", "limit", "limit-out-of-range"),
                arguments("/approvals?after=x", "after", "cursor-malformed"),
                arguments("/approvals?sort=amount", "sort", "unknown-value"),
                arguments("/approvals?mine=yes", "mine", "unknown-value"),
                arguments(
                        "/approvals?sort=-amount&after="
                                + new Cursor("much", UUID.fromString("00000000-0000-4000-8000-000000000001")).encoded(),
                        "after",
                        "cursor-malformed"),
                arguments("/position?asOf=tomorrow", "asOf", "date-malformed"),
                arguments("/position?asOf=" + IN_TWO_DAYS, "asOf", "date-in-future"),
                arguments("/position?asOf=%2B999999999-01-01", "asOf", "date-out-of-range"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                API + "/allocations?q=%zz",
                API + "/allocations?q=%",
                API + "/allocations?limit=1&%f",
                API + "/allocations?q={x}",
                API + "/%zz",
                API + "/nothing?q=%2",
                "/q/health/ready?%zz"
            })
    void an_address_that_cannot_be_read_is_refused(String address) throws IOException {
        var asked = (HttpURLConnection) new URL("http://127.0.0.1:" + RestAssured.port + address).openConnection();
        asked.setRequestProperty("Authorization", "Bearer " + OFFICER.token());
        assertEquals(400, asked.getResponseCode());
        assertEquals("application/problem+json", asked.getContentType());
        assertEquals(
                "malformed-value",
                JSON.readTree(asked.getErrorStream()).get("code").textValue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedCursors")
    void a_cursor_that_was_made_up_is_refused(String path, String sort) {
        OFFICER.get(API + path + new org.fundtrail.common.Cursor(sort, UUID.randomUUID()).encoded())
                .statusCode(400)
                .body("code", equalTo("cursor-malformed"));
    }

    static Stream<Arguments> forgedCursors() {
        return Stream.of(
                arguments("/allocations?sort=amount&after=", "1E999999999"),
                arguments("/allocations?sort=amount&after=", "ten"),
                arguments("/allocations?sort=amount&after=", "9".repeat(400)),
                arguments("/allocations?sort=reference&after=", "a\0"),
                arguments("/allocations?sort=recordedAt&after=", "+1000000000-12-31T23:59:59Z"),
                arguments("/allocations?sort=decisionDate&after=", "+999999999-12-31"),
                arguments("/programmes?after=", "\0"),
                arguments("/approvals?after=", "+1000000000-12-31T23:59:59Z"),
                arguments("/approvals?after=", "now"),
                arguments("/approvals?sort=-amount&after=", "1E+2000000000"),
                arguments("/approvals?sort=-amount&after=", "9".repeat(400)));
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (var path : List.of(
                "/allocations/" + UUID.randomUUID(),
                "/allocations/37",
                "/allocations/null",
                "/receipts/" + UUID.randomUUID(),
                "/commitments/x",
                "/programmes/x",
                "/entries/999999999",
                "/entries/-1",
                "/entries/x",
                "/nothing",
                "/allocations/" + UUID.randomUUID() + "/receipts",
                "/allocations/" + UUID.randomUUID() + "/commitments")) {
            OFFICER.get(API + path)
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-found"));
        }
    }

    private static String programme;
    private static String allocation;

    private static synchronized String aProgramme() {
        programme = programme == null ? recordedProgramme("RECEPTION") : programme;
        return programme;
    }

    private static synchronized String anAllocation() {
        allocation = allocation == null ? inForce("1000.00", "RECEPTION") : allocation;
        return allocation;
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse post(String path, String body) {
        return OFFICER.post(path, body);
    }

    private static void refused(String path, Object body, String field, String code) {
        var key = UUID.randomUUID().toString();
        var refused = OFFICER.post(key, path, json(body))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("errors.find { it.field == '" + field + "' }.code", equalTo(code))
                .body("errors.detail", org.hamcrest.Matchers.everyItem(not(blankOrNullString())));
        Books.nothingOf(key);
        if (!code.equals("required") && !NOT_FOUND.contains(code)) {
            var beforehand = Validations.post(OFFICER, path, json(body))
                    .statusCode(400)
                    .body("errors.find { it.field == '" + field + "' }.code", equalTo(code))
                    .extract()
                    .<List<Object>>path("errors");
            assertTrue(
                    refused.extract().<List<Object>>path("errors").containsAll(beforehand),
                    "said beforehand and not at the recording: " + beforehand);
        }
    }

    /** What only the recording itself looks up; and what was left out is not asked for beforehand. */
    private static final List<String> NOT_FOUND = List.of("programme-unknown", "project-unknown");

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(400).contentType("application/problem+json").body("status", equalTo(400));
        if (!code.equals("*")) {
            answer.body("code", equalTo(code));
        }
    }
}
