package org.fundtrail.records;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fundtrail.common.Time;
import org.fundtrail.common.WaitingFilter;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Versions;

/** What lists ask of the database, and how it would find that however long they are. */
public final class Plans {
    private static final ConcurrentLinkedQueue<String> SORTED = new ConcurrentLinkedQueue<>();

    /** Not out of one table each: they have tests of their own. */
    private static final Set<String> OTHERS = Set.of(
            "/entries",
            "/log/checkpoints",
            "/log/findings",
            "/log/verifications",
            "/approvals",
            "/persons",
            "/comments",
            "/expenditure",
            "/claims/claimable",
            "/double-funding");

    private Plans() {}

    /** Notes a statement that Hibernate is about to run; a {@code StatementInspector} of the tests calls it. */
    public static String seen(String sql) {
        if (sql.contains(" order by ") && sql.contains(" fetch first ")) {
            SORTED.add(sql);
        }
        return sql;
    }

    /** Every list of records of the service, in each of its orders both ways: a list says itself which orders it has. */
    public static List<String> lists(String api) {
        var found = new ArrayList<String>();
        OpenApiDocument.operations().forEach((name, operation) -> {
            var path = name.replaceFirst("^get ", "");
            var parameters = OpenApiDocument.queried(operation);
            if (name.startsWith("get ")
                    && parameters.contains("after")
                    && !path.contains("{")
                    && !OTHERS.contains(path)) {
                found.addAll(parameters.contains("sort") ? sorted(api, path) : List.of(path + "?limit=1"));
            }
        });
        return found;
    }

    private static List<String> sorted(String api, String path) {
        var ways = Person.AUDITOR
                .get(api + path + "?sort=none")
                .statusCode(400)
                .extract()
                .<String>path("params.allowed");
        return Stream.of(ways.split(", "))
                .flatMap(way -> Stream.of(way, "-" + way))
                .map(way -> path + "?limit=1&sort=" + way)
                .toList();
    }

    /** Fails unless a page of this list, the one after it and the one before that are read out of an index; there have to be two of what is listed. */
    public static void comesOutOfAnIndex(DataSource database, String list, Person... readers) {
        for (var reader : readers) {
            var first = sorted(database, reader, list);
            var second = sorted(database, reader, list + "&after=" + first.get("next"));
            sorted(database, reader, list + "&after=" + second.get("previous"));
        }
    }

    private static Map<String, Object> sorted(DataSource database, Person reader, String list) {
        var answer = new AtomicReference<Map<String, Object>>();
        var plan = of(
                database,
                () -> answer.set(AnswerFields.of(reader.get(list).statusCode(200))),
                "enable_seqscan",
                "enable_sort",
                "enable_bitmapscan");
        assertFalse(plan.contains("->  Sort") || plan.startsWith("Sort"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
        return answer.get();
    }

    /**
     * The plan of the one sorted stretch that somebody is now read, for any values.
     *
     * @param settings of the planner, such as {@code enable_seqscan}, that are off
     */
    public static String of(DataSource database, Runnable reading, String... settings) {
        SORTED.clear();
        reading.run();
        return of(database, SORTED.remove(), settings);
    }

    /** The plans by which the first page of what waits for somebody is read and counted, and those of the page after it. */
    public static List<String> ofWaiting(
            AgroalDataSource database,
            Instance<RecordKind> kinds,
            Persons persons,
            WaitingFilter filter,
            String... settings) {
        var roles = Set.of(Role.APPROVER, Role.ACCOUNTANT);
        var reader = new Caller(UUID.randomUUID(), "Reader", roles, "LT-VRM", "test");
        var asked = new ArrayList<String>();
        var waiting = new Waiting(noting(database, asked), kinds, persons);
        var next = waiting.list(reader, filter, null, 1).next();
        waiting.list(reader, filter, next, 1);
        return asked.stream().map(sql -> of(database, sql, settings)).toList();
    }

    /** The plans by which it is read what came back to somebody, and counted what of it they can change. */
    public static List<String> ofReturned(
            AgroalDataSource database, Instance<RecordKind> kinds, Persons persons, Time time, String... settings) {
        var roles = Set.of(Role.FUNDING_OFFICER, Role.PROJECT_OFFICER);
        var reader = new Caller(UUID.randomUUID(), "Reader", roles, "LT-VRM", "test");
        var asked = new ArrayList<String>();
        var returned = new Returned(noting(database, asked), kinds, persons, time);
        returned.of(reader);
        returned.count(reader, 1);
        return asked.stream().map(sql -> of(database, sql, settings)).toList();
    }

    /** The plans by which dates are read to somebody of an institution, and to somebody who sees all. */
    public static List<String> ofDates(AgroalDataSource database, Instance<RecordKind> kinds, String... settings) {
        var asked = new ArrayList<String>();
        var day = LocalDate.EPOCH;
        for (var role : List.of(Role.APPROVER, Role.AUDITOR)) {
            var reader = new Caller(UUID.randomUUID(), "Reader", Set.of(role), "LT-VRM", "test");
            var dates = new Dates(noting(database, asked), kinds);
            dates.of(reader, new Dates.Span(day, day, false, null));
            dates.of(reader, new Dates.Span(day, day, true, UUID.randomUUID()));
        }
        return asked.stream().map(sql -> of(database, sql, settings)).toList();
    }

    /** The plan by which somebody who sees every institution searches for a text. */
    public static String ofSearch(
            AgroalDataSource database, Instance<RecordKind> kinds, String text, String... settings) {
        var reader = new Caller(UUID.randomUUID(), "Reader", Set.of(Role.AUDITOR), "LT-VRM", "test");
        var asked = new ArrayList<String>();
        new Search(noting(database, asked), kinds).of(text, 1, reader, Sentences.Language.EN);
        return of(database, asked.get(0), settings);
    }

    /** The plans by which it is read what stands on the accounts that are kept for some parties, now and as of an earlier day. */
    public static List<String> ofBalances(AgroalDataSource database, Time time, String... settings) {
        var asked = new ArrayList<String>();
        var balances = new Balances(noting(database, asked));
        var now = new Moments.Moment(Long.MAX_VALUE, null);
        for (var day : List.of(time.today(), time.today().minusDays(1))) {
            balances.asOf(List.of(UUID.randomUUID()), day, time.today(), now, "CONTRACTED", "CERTIFIED");
        }
        return asked.stream().map(sql -> of(database, sql, settings)).toList();
    }

    /**
     * The plan by which versions are read while very many records of a kind wait.
     *
     * @param values that are bound, in SQL
     */
    public static String ofVersions(
            AgroalDataSource database, String type, Consumer<Versions> reading, String... values) {
        var asked = new ArrayList<String>();
        reading.accept(new Versions(noting(database, asked), new ObjectMapper()));
        try (var connection = Books.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false); // nothing of this is kept
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute("""
                    INSERT INTO journal.leaf (log_id, position, entry_id, leaf_hash, subject_id, actor, institution, action, recorded_on)
                    SELECT 1, 1000000000 + n, md5('entry' || n)::uuid, '', md5('record' || n)::uuid, md5('actor')::uuid, 'LT-VRM',
                        '%s.proposed', now()
                    FROM generate_series(1, 20000) AS n""".formatted(type));
            statement.execute("""
                    INSERT INTO journal.version (log_id, entry_id, type, record_id, institution, facts)
                    SELECT 1, md5('entry' || n)::uuid, '%s', md5('record' || n)::uuid, 'LT-VRM', repeat('x', 500)
                    FROM generate_series(1, 20000) AS n""".formatted(type));
            statement.execute("ANALYZE journal.leaf, journal.version");
            statement.execute("SET LOCAL enable_seqscan = off");
            statement.execute("SET LOCAL plan_cache_mode = force_custom_plan");
            var plan = explained(statement, asked.get(0), List.of(values));
            connection.rollback();
            return plan;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The same database, which notes what it is asked. */
    private static AgroalDataSource noting(AgroalDataSource database, List<String> asked) {
        return standIn(
                AgroalDataSource.class,
                database,
                "getConnection",
                (connection, values) ->
                        standIn(Connection.class, (Connection) connection, "prepareStatement", (statement, sql) -> {
                            asked.add((String) sql[0]);
                            return statement;
                        }));
    }

    /** Does what another does, but for what a method of this name answers. */
    private static <T> T standIn(Class<T> type, T other, String name, BiFunction<Object, Object[], Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    var answered = method.invoke(other, values);
                    return method.getName().equals(name) ? answer.apply(answered, values) : answered;
                }));
    }

    private static String of(DataSource database, String asked, String... settings) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var setting : settings) {
                statement.execute("SET LOCAL " + setting + " = off");
            }
            statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            int places = (asked + " ").split("\\?").length - 1;
            var plan = explained(statement, asked, Collections.nCopies(places, "NULL"));
            connection.rollback();
            return plan;
        } catch (SQLException e) {
            throw new AssertionError(asked, e);
        }
    }

    private static String explained(Statement statement, String asked, List<String> values) throws SQLException {
        var sql = new StringBuilder();
        int n = 0;
        for (var part : (asked + " ").split("\\?")) {
            sql.append(n == 0 ? "" : "$" + n).append(part);
            n++;
        }
        var plan = new ArrayList<String>();
        statement.execute("PREPARE stretch AS " + sql);
        try (var rows = statement.executeQuery("EXPLAIN EXECUTE stretch(" + String.join(", ", values) + ")")) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        statement.execute("DEALLOCATE stretch");
        return String.join("\n", plan);
    }
}
