package org.fundtrail.records;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Questions;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;

/** What holds for every kind of record of a service: a kind gives a {@link Sample} and gets all of it without further code. */
public abstract class KindsTest {
    private static final int AT_ONCE = 16;

    @Inject
    Instance<RecordKind> kinds;

    /** Where the service's own addresses begin. */
    protected abstract String api();

    protected abstract List<Sample> samples();

    /** The kinds as the service's api lists them for the gateway. */
    protected abstract Kind[] listed();

    @Test
    void nothing_is_forgotten_about_a_kind() {
        assertEquals(List.of(), Forgotten.about(kinds, listed(), samples()));
    }

    /** Somebody adds a kind and tells only the service of it. */
    private static final class Pledge implements RecordKind {
        @Override
        public String type() {
            return "pledge";
        }

        @Override
        public Object shown(UUID id, Caller reader) {
            return null;
        }
    }

    @Test
    void a_kind_about_which_something_is_forgotten_is_refused() {
        var more = new ArrayList<RecordKind>(kinds.stream().toList());
        more.add(new Pledge());
        assertEquals(
                List.of(
                        "pledge in kinds of the api",
                        "pledge in samples",
                        "pledge.recorded in sentences in EN",
                        "pledge.recorded in sentences in LT"),
                Forgotten.about(more, listed(), samples()));
    }

    @Test
    void a_table_that_lacks_what_all_have_in_common_is_refused() {
        var table = schema() + ".pledge";
        try {
            Books.change("CREATE TABLE " + table + " (id uuid, version int NOT NULL, institution text)");
            var missing = RecordTable.missing(schema(), "pledge", new Step[0]);
            assertTrue(
                    missing.containsAll(
                            List.of("institution text NOT NULL", "PRIMARY KEY (id)", "INSERT for the service")),
                    missing::toString);
        } finally {
            Books.change("DROP TABLE " + table);
        }
    }

    private Step[] steps(Sample sample) {
        return kinds.stream()
                .filter(kind -> kind.type().equals(sample.type()))
                .findFirst()
                .orElseThrow()
                .steps();
    }

    /** Those that somebody asks for; the system takes the others when something else is done. */
    private Step[] asked(Sample sample) {
        return Arrays.stream(steps(sample))
                .filter(step -> !step.edge().role().equals(Role.SYSTEM))
                .toArray(Step[]::new);
    }

    private ValidatableResponse record(Sample sample, String key) {
        return sample.by().post(key, api() + sample.at().get(), sample.terms().get());
    }

    private ValidatableResponse recorded(Sample sample) {
        var answer = record(sample, UUID.randomUUID().toString());
        assertEquals(201, answer.extract().statusCode(), answer.extract().asString());
        return answer;
    }

    private String address(Sample sample, String id) {
        return api() + sample.room() + "/" + id;
    }

    @Test
    void what_was_recorded_is_read_where_the_answer_says_and_both_are_as_documented() {
        for (var sample : samples()) {
            var at = sample.at().get();
            var answer = sample.by().post(api() + at, sample.terms().get()).statusCode(201);
            AnswersAsDocumented.mustFit("post", Sample.template(at), answer);
            var id = answer.extract().<String>path("id");
            var location = answer.extract().header("Location");
            assertTrue(location.endsWith(address(sample, id)), location);
            var read = sample.by().get(address(sample, id)).statusCode(200);
            AnswersAsDocumented.mustFit("get", sample.room() + "/{id}", read);
            assertEquals(answer.extract().asString(), read.extract().asString(), sample.type());
        }
    }

    @Test
    void sent_twice_with_one_key_it_is_recorded_once_and_the_key_takes_nothing_else() {
        for (var sample : samples()) {
            var at = api() + sample.at().get();
            var terms = sample.terms().get();
            var key = UUID.randomUUID().toString();
            var first =
                    sample.by().post(key, at, terms).statusCode(201).extract().asString();
            assertEquals(
                    first,
                    sample.by().post(key, at, terms).statusCode(201).extract().asString());
            assertEquals(
                    1,
                    Books.count(
                            "SELECT count(DISTINCT subject_id) FROM journal.entry WHERE idempotency_key = ? AND subject_type = ?",
                            key,
                            sample.type()),
                    sample.type());
            sample.by()
                    .post(key, at, sample.terms().get())
                    .statusCode(422)
                    .body("code", equalTo("idempotency-key-reused"));
        }
    }

    @Test
    void who_has_another_role_is_refused_before_the_body_is_read_and_who_is_nobody_too() {
        for (var sample : samples()) {
            var at = api() + sample.at().get();
            for (var role : Role.ALL) {
                if (!role.equals(sample.by().role())) {
                    new Person("kinds-" + role, role, sample.by().institution())
                            .post(at, "{")
                            .statusCode(403)
                            .body("code", equalTo("not-allowed"));
                }
            }
            io.restassured.RestAssured.given()
                    .contentType("application/json")
                    .body("{")
                    .post(at)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void a_record_is_absent_for_another_institution_and_so_is_every_step_of_it() {
        for (var sample : samples()) {
            var standing = Standing.of(recorded(sample));
            Sample.abroad(sample.by().role())
                    .get(address(sample, standing.id()))
                    .statusCode(404);
            for (var step : asked(sample)) {
                if (!step.edge().from().isEmpty()) {
                    // 400 where it names a record that is asked for before: that is absent for them as well
                    send(sample, step, Sample.abroad(step.edge().role()), standing)
                            .statusCode(oneOf(404, 400));
                }
            }
            assertEquals(standing, read(sample, standing.id()), sample.type());
        }
    }

    @Test
    void every_operation_says_how_it_is_refused_and_what_it_takes() {
        for (var operation : OpenApiDocument.operations().entrySet()) {
            var said = operation.getValue();
            var where = operation.getKey();
            assertTrue(said.get("summary") instanceof String, where);
            var statuses = new TreeSet<>(((Map<?, ?>) said.get("responses"))
                    .keySet().stream().map(String::valueOf).toList());
            assertTrue(statuses.containsAll(List.of("401", "403", "503")), where + statuses);
            boolean sends = where.startsWith("post") || where.startsWith("put");
            boolean changes = sends && !Questions.isAt(where);
            assertTrue(!sends || statuses.containsAll(List.of("400", "413", "415")), where + statuses);
            assertEquals(changes, statuses.containsAll(List.of("409", "422")), where + statuses);
            assertTrue(!where.contains("{") || statuses.contains("404"), where + statuses);
            var headers = OpenApiDocument.headers(said);
            assertEquals(
                    changes && where.startsWith("post"), Boolean.TRUE.equals(headers.get("Idempotency-Key")), where);
            assertEquals(changes, headers.containsKey("Idempotency-Key"), where);
            boolean needsVersion = where.startsWith("put") || where.endsWith("/corrections");
            assertEquals(needsVersion, Boolean.TRUE.equals(headers.get("If-Match")), where);
            assertEquals(!headers.containsKey("If-Match"), !statuses.contains("412"), where);
        }
    }

    @Test
    void a_record_is_looked_up_by_what_people_call_it_and_by_nothing_else() {
        samples().forEach(this::recorded);
        for (var kind : listed()) {
            if (kind.about().namedBy() != null) {
                Person.AUDITOR
                        .get(api() + "/" + kind.room() + "?" + kind.about().namedBy() + "=nobody-is-called-so")
                        .statusCode(200)
                        .body("items", empty());
            }
        }
    }

    // ── Its table ──

    private String schema() {
        return api().split("/")[2];
    }

    @Test
    void every_kind_has_its_table_with_what_all_have_in_common() {
        for (var sample : samples()) {
            assertEquals(
                    List.of(),
                    RecordTable.missing(schema(), sample.type().replace('-', '_'), steps(sample)),
                    sample.type());
        }
    }

    // ── Its life: every step in every state ──

    private ValidatableResponse send(Sample sample, Step step, Person by, Standing read) {
        var sending = sample.sending(step);
        var address = address(sample, read.id()) + sending.under();
        var request = by.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + read.version() + "\"")
                .body(sending.body());
        return (sending.method().equals("put") ? request.put(address) : request.post(address)).then();
    }

    /** Somebody for each duty of a role: nobody has two. */
    private Person taker(Sample sample, Step step) {
        return step.edge().ofOnesOwn()
                ? sample.by()
                : new Person(
                        "kinds-" + step.edge().role() + "-" + step.edge().duty(),
                        step.edge().role(),
                        sample.by().institution());
    }

    /** A record as it was last read. */
    private record Standing(String id, int version) {
        static Standing of(ValidatableResponse answer) {
            var fields = AnswerFields.of(answer);
            return new Standing((String) fields.get("id"), (int) fields.get("version"));
        }
    }

    private Standing read(Sample sample, String id) {
        return Standing.of(sample.by().get(address(sample, id)).statusCode(200));
    }

    /** By which steps each state is reached, on the shortest way from where a sample begins. */
    private Map<String, List<Step>> ways(Sample sample) {
        var steps = asked(sample);
        var ways = new LinkedHashMap<String, List<Step>>();
        var next = new ArrayDeque<String>();
        if (steps.length > 0) {
            var state = (String) AnswerFields.of(recorded(sample)).get("status");
            ways.put(state, List.of());
            next.add(state);
        }
        while (!next.isEmpty()) {
            var state = next.remove();
            for (var step : steps) {
                var to = step.edge().to().name();
                if (leads(step, state) && !ways.containsKey(to)) {
                    var way = new ArrayList<>(ways.get(state));
                    way.add(step);
                    ways.put(to, way);
                    next.add(to);
                }
            }
        }
        return ways;
    }

    private static boolean leads(Step step, String state) {
        return step.edge().from().stream().anyMatch(from -> from.name().equals(state));
    }

    private Standing standing(Sample sample, List<Step> way) {
        var standing = Standing.of(recorded(sample));
        for (var step : way) {
            standing = Standing.of(
                    send(sample, step, taker(sample, step), standing).statusCode(200));
        }
        return standing;
    }

    @Test
    void a_step_is_taken_from_where_its_table_says_by_whom_it_says_by_who_read_it_last_and_never_else() {
        for (var sample : samples()) {
            ways(sample).forEach((state, way) -> {
                var untouched = standing(sample, way);
                refusedAreAllOthers(sample, state, untouched);
                for (var step : asked(sample)) {
                    if (leads(step, state)) { // the first on the record that was refused all else
                        take(sample, step, untouched == null ? standing(sample, way) : untouched);
                        untouched = null;
                    }
                }
            });
        }
    }

    /** One record is enough for all that is refused: nothing of it changes anything. */
    private void refusedAreAllOthers(Sample sample, String state, Standing standing) {
        for (var step : asked(sample)) {
            var taker = taker(sample, step);
            if (leads(step, state)) {
                for (var role : Role.ALL) {
                    if (!role.equals(step.edge().role())) {
                        var other =
                                new Person("kinds-" + role, role, sample.by().institution());
                        send(sample, step, other, standing).statusCode(403);
                    }
                }
                var another = new Standing(standing.id(), standing.version() + 1);
                refused(412, "stale", send(sample, step, taker, another));
            } else if (!step.edge().from().isEmpty() && !meansAnother(sample, step, state)) {
                refused(409, "wrong-state", send(sample, step, taker, standing));
            }
        }
        assertEquals(standing, read(sample, standing.id()), sample.type() + " " + state);
    }

    /** Whether it is said as another step that can be taken there: one decides on a record and on its reversal at one address. */
    private boolean meansAnother(Sample sample, Step step, String state) {
        var said = sample.sending(step);
        return Arrays.stream(asked(sample))
                .filter(other -> leads(other, state)
                        && other.edge().duty() == step.edge().duty())
                .map(sample::sending)
                .anyMatch(other ->
                        other.under().equals(said.under()) && !other.under().equals("/steps"));
    }

    private void take(Sample sample, Step step, Standing standing) {
        var what = sample.type() + " " + step.name();
        var answer = send(sample, step, taker(sample, step), standing);
        assertEquals(200, answer.extract().statusCode(), what + answer.extract().asString());
        assertEquals(step.edge().to().name(), AnswerFields.of(answer).get("status"), what);
        var sending = sample.sending(step);
        AnswersAsDocumented.mustFit(sending.method(), sample.room() + "/{id}" + sending.under(), answer);
    }

    private static void refused(int status, String code, ValidatableResponse answer) {
        assertEquals(status, answer.extract().statusCode(), answer.extract().asString());
        assertEquals(code, AnswerFields.of(answer).get("code"));
    }

    // ── What it says: every field of it wrong ──

    /** What a record of a schema takes: its fields by their paths, with those that are needed. */
    private record Field(String path, Map<String, Object> schema, String ref, boolean isNeeded) {}

    private static List<Field> fields(String under, Map<String, Object> schema) {
        var found = new ArrayList<Field>();
        var needed = schema.get("required") instanceof List<?> names ? names : List.of();
        OpenApiDocument.map(schema.get("properties")).forEach((name, property) -> {
            var said = OpenApiDocument.map(property);
            var ref = said.get("$ref") instanceof String to ? to.substring(to.lastIndexOf('/') + 1) : null;
            var whole = new HashMap<String, Object>();
            if (ref != null) {
                whole.putAll(OpenApiDocument.map(OpenApiDocument.schemas().get(ref)));
            }
            whole.putAll(said);
            found.add(new Field(under + name, whole, ref, needed.contains(name)));
            if (whole.get("properties") != null && !"Money".equals(ref)) {
                found.addAll(fields(under + name + ".", whole));
            }
        });
        return found;
    }

    private static List<Field> fields(String at) {
        var body = OpenApiDocument.map(
                OpenApiDocument.operations().get("post " + Sample.template(at)).get("requestBody"));
        var media = OpenApiDocument.map(OpenApiDocument.map(body.get("content")).get("application/json"));
        var ref = (String) OpenApiDocument.map(media.get("schema")).get("$ref");
        return fields("", OpenApiDocument.map(OpenApiDocument.schemas().get(ref.substring(ref.lastIndexOf('/') + 1))));
    }

    /** A field that says what it does not take. */
    private record Wrong(String path, Object value) {}

    private static List<Wrong> wrongs(String at) {
        var wrongs = new ArrayList<Wrong>();
        for (var field : fields(at)) {
            if (field.isNeeded()) {
                wrongs.add(new Wrong(field.path(), null));
            }
            Sample.wrong(field.schema(), field.ref()).forEach(value -> wrongs.add(new Wrong(field.path(), value)));
        }
        wrongs.add(new Wrong("shred", "x"));
        return wrongs;
    }

    @Test
    void whatever_is_wrong_with_a_field_is_refused_by_its_name_and_leaves_nothing() {
        for (var sample : samples()) {
            var at = sample.at().get();
            var terms = sample.terms().get();
            var keys = new ArrayList<String>();
            var wrongs = wrongs(at);
            for (int i = 0; i < wrongs.size(); i += AT_ONCE) { // a few at a time: there are very many
                var some = wrongs.subList(i, Math.min(i + AT_ONCE, wrongs.size()));
                var heard = Crowd.atOnce(some.stream()
                        .map(one -> Crowd.Sent.of(
                                sample.by(),
                                api() + at,
                                AnswerFields.json(Sample.with(terms, one.path(), one.value()))))
                        .toList());
                for (int n = 0; n < some.size(); n++) {
                    refused(sample, some.get(n), heard.get(n));
                    keys.add(heard.get(n).sent().key());
                }
            }
            Books.nothingOf(keys.toArray(String[]::new));
        }
    }

    private static void refused(Sample sample, Wrong wrong, Crowd.Heard answer) {
        var what = sample.type() + " " + wrong + ": " + answer.body();
        assertEquals(400, answer.status(), what);
        assertTrue(named(AnswerFields.of(answer.body())).stream().anyMatch(field -> isIn(wrong.path(), field)), what);
    }

    /** The fields that a problem names. */
    private static List<String> named(Map<String, Object> problem) {
        return problem.get("errors") instanceof List<?> errors
                ? errors.stream()
                        .map(error -> String.valueOf(OpenApiDocument.map(error).get("field")))
                        .toList()
                : List.of(String.valueOf(problem.get("field")));
    }

    /** Whether a field is this one or within it: {@code contractor.name} of {@code contractor}. */
    private static boolean isIn(String path, String field) {
        return field.equals(path) || field.startsWith(path + ".") || field.startsWith(path + "[");
    }
}
